package org.hospitalviewer;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Two appliances in one process, beside Orthanc and without, each with its memory of who is logged in: one place of the
 * process names that of the appliance under test.
 */
public final class OwnSecurity implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
