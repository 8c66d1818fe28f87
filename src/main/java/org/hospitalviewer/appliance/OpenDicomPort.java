package org.hospitalviewer.appliance;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether devices can send to the appliance: in REMOTE mode they send to the other server unless it was switched on. */
public final class OpenDicomPort implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isWanted(context.getEnvironment());
    }

    static boolean isWanted(Environment settings) {
        return !settings.getProperty("viewer.archive-mode", "").strip().equalsIgnoreCase(ArchiveMode.REMOTE.name())
                || settings.getProperty("viewer.remote.dicom", Boolean.class, false);
    }
}
