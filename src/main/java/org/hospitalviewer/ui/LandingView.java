package org.hospitalviewer.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.ui.admin.dashboard.DashboardView;
import org.hospitalviewer.ui.worklist.WorklistView;

/** Where one comes in: the administrator to the state of the appliance, everybody else to the worklist. */
@Route(value = "", autoLayout = false)
@Requires(Action.USE_OWN_ACCOUNT)
class LandingView extends Main implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(Account.current().may(Action.SEE_APPLIANCE) ? DashboardView.class : WorklistView.class);
    }
}
