package org.hospitalviewer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole appliance inside the test's process, on free ports and in a fresh home folder, with the administrator
 * {@link FreshHome#ADMIN}. All test classes share one; each makes its own studies.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Logging is set up before the fresh home is known.
        properties = "viewer.log-folder=target/test-homes")
@TestExecutionListeners(listeners = OwnSecurity.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ContextConfiguration(initializers = FreshHome.class)
public @interface ApplianceTest {
}
