package org.hospitalviewer.e2e;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their visitors, and ends every visit with a look at what the browser complained about. */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visitors.class || type == Clinic.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Clinic.class ? clinic(test) : visitors(test);
    }

    /** Before the store of the test is closed, so that complaints fail the test itself. */
    @Override
    public void afterEach(ExtensionContext test) {
        Visitors visitors = test.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors != null) {
            test.getExecutionException().ifPresent(_ -> visitors.keepLastSight(test.getRequiredTestMethod().getName()));
            visitors.leave();
        }
    }

    private static Visitors visitors(ExtensionContext test) {
        RunningBrowser browser = test.getRoot().getStore(OURS).computeIfAbsent(RunningBrowser.class,
                _ -> new RunningBrowser(), RunningBrowser.class);
        return test.getStore(OURS).computeIfAbsent(Visitors.class, _ -> new Visitors(browser), Visitors.class);
    }

    private static Clinic clinic(ExtensionContext test) {
        return test.getRoot().getStore(OURS).computeIfAbsent(Clinic.class, _ -> Clinic.open(), Clinic.class);
    }
}
