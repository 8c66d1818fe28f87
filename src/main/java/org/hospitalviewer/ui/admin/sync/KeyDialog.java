package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import org.hospitalviewer.sync.SyncTargets;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.ui.Said;

/** The key of encrypted files, for the safe. */
final class KeyDialog extends Dialog {

    KeyDialog(SyncTargets targets) {
        setHeaderTitle(getTranslation("admin.sync.key"));
        addClassName("sync-key");
        try {
            Code key = new Code(targets.showFileKey());
            key.addClassName("path");
            add(new Paragraph(getTranslation("admin.sync.key.sentence")), key,
                    new Paragraph(getTranslation("admin.sync.key.use")));
        } catch (TargetException e) {
            add(new Paragraph(Said.here(e.getMessage())));
        }
        getFooter().add(new Button(getTranslation("admin.close"), _ -> close()));
    }
}
