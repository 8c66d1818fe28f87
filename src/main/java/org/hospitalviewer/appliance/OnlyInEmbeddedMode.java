package org.hospitalviewer.appliance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A part that makes sense only where the archive's files are our own. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "viewer.archive-mode", havingValue = "EMBEDDED", matchIfMissing = true)
public @interface OnlyInEmbeddedMode {
}
