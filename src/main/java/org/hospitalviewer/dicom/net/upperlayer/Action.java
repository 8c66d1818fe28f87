package org.hospitalviewer.dicom.net.upperlayer;

import static org.hospitalviewer.dicom.net.upperlayer.Condition.ABORTED_BY_USER;
import static org.hospitalviewer.dicom.net.upperlayer.Condition.ASSOCIATION_REQUESTOR;
import static org.hospitalviewer.dicom.net.upperlayer.Condition.REQUEST_ACCEPTABLE;
import static org.hospitalviewer.dicom.net.upperlayer.Effect.*;
import static org.hospitalviewer.dicom.net.upperlayer.Outcome.to;
import static org.hospitalviewer.dicom.net.upperlayer.State.*;

import java.util.function.Predicate;

/**
 * Actions of the state machine (PS3.8 9.2.3, Tables 9-6 to 9-9).
 *
 * <p>AE-5 issues the transport response primitive: a socket that was accepted needs none. AA-7 sends the abort of the
 * provider, as AA-8 does, because it too answers what a peer should not have sent.
 */
public enum Action {
    AE_1(to(STA_4, OPEN_TRANSPORT)),
    AE_2(to(STA_5, SEND_ASSOCIATE_RQ)),
    AE_3(to(STA_6, CONFIRM_ACCEPTED)),
    AE_4(to(STA_1, CONFIRM_REJECTED, CLOSE_TRANSPORT)),
    AE_5(to(STA_2, START_ARTIM)),
    AE_6(REQUEST_ACCEPTABLE,
            to(STA_3, STOP_ARTIM, INDICATE_ASSOCIATE),
            to(STA_13, STOP_ARTIM, SEND_ASSOCIATE_RJ, START_ARTIM)),
    AE_7(to(STA_6, SEND_ASSOCIATE_AC)),
    AE_8(to(STA_13, SEND_ASSOCIATE_RJ, START_ARTIM)),

    DT_1(to(STA_6, SEND_DATA)),
    DT_2(to(STA_6, INDICATE_DATA)),

    AR_1(to(STA_7, SEND_RELEASE_RQ)),
    AR_2(to(STA_8, INDICATE_RELEASE)),
    AR_3(to(STA_1, CONFIRM_RELEASE, CLOSE_TRANSPORT)),
    AR_4(to(STA_13, SEND_RELEASE_RP, START_ARTIM)),
    AR_5(to(STA_1, STOP_ARTIM)),
    AR_6(to(STA_7, INDICATE_DATA)),
    AR_7(to(STA_8, SEND_DATA)),
    AR_8(ASSOCIATION_REQUESTOR, to(STA_9, INDICATE_RELEASE), to(STA_10, INDICATE_RELEASE)),
    AR_9(to(STA_11, SEND_RELEASE_RP)),
    AR_10(to(STA_12, CONFIRM_RELEASE)),

    AA_1(to(STA_13, SEND_ABORT, START_ARTIM)),
    AA_2(to(STA_1, STOP_ARTIM, CLOSE_TRANSPORT)),
    AA_3(ABORTED_BY_USER,
            to(STA_1, INDICATE_ABORT, CLOSE_TRANSPORT),
            to(STA_1, INDICATE_PROVIDER_ABORT, CLOSE_TRANSPORT)),
    AA_4(to(STA_1, INDICATE_PROVIDER_ABORT)),
    AA_5(to(STA_1, STOP_ARTIM)),
    AA_6(to(STA_13)),
    AA_7(to(STA_13, SEND_PROVIDER_ABORT)),
    AA_8(to(STA_13, SEND_PROVIDER_ABORT, INDICATE_PROVIDER_ABORT, START_ARTIM));

    private final Condition condition;
    private final Outcome met;
    private final Outcome unmet;

    Action(Outcome always) {
        this(null, always, always);
    }

    Action(Condition condition, Outcome met, Outcome unmet) {
        this.condition = condition;
        this.met = met;
        this.unmet = unmet;
    }

    /** The outcome under the conditions that hold now. */
    public Outcome outcome(Predicate<Condition> holds) {
        return condition == null || holds.test(condition) ? met : unmet;
    }

    /** The name printed in the standard, {@code AE-1}. */
    public String label() {
        return name().replace('_', '-');
    }
}
