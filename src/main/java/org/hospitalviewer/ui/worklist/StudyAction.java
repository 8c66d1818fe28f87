package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.icon.VaadinIcon;

/** Something that can be done to a study from the worklist. A bean of this type is all that is needed to offer it. */
public interface StudyAction {

    /** Place among the others, the smallest first. */
    int order();

    /** Key of its name in the message file. */
    String label();

    /** The same where it depends on the study. */
    default String label(StudyRow study) {
        return label();
    }

    VaadinIcon icon();

    /** Whether it is possible here, and allowed to the current user. */
    boolean isOffered();

    /** Begins, with a question where one is needed. */
    void begin(StudyRow study);
}
