package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hospitalviewer.dicom.net.pdu.PresentationContextAC.ABSTRACT_SYNTAX_NOT_SUPPORTED;
import static org.hospitalviewer.dicom.net.pdu.PresentationContextAC.ACCEPTANCE;
import static org.hospitalviewer.dicom.net.pdu.PresentationContextAC.TRANSFER_SYNTAXES_NOT_SUPPORTED;

import java.util.List;
import java.util.Map;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.PresentationContextAC;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.pdu.UserItem;
import org.junit.jupiter.api.Test;

/** Presentation contexts and user information (PS3.8 9.3.3.2, PS3.7 Annex D.3). */
class NegotiationTest {
    private static final String IMPLICIT = UID.ImplicitVRLittleEndian;
    private static final String EXPLICIT = UID.ExplicitVRLittleEndian;
    private static final String JPEG = UID.JPEGBaseline8Bit;

    private static AAssociateRQ request(List<PresentationContextRQ> contexts, UserItem... items) {
        return new AAssociateRQ("ARCHIVE", "CT1", contexts, new UserInformation(List.of(items)));
    }

    private static PresentationContextRQ ct(String... transferSyntaxes) {
        return new PresentationContextRQ(5, UID.CTImageStorage, List.of(transferSyntaxes));
    }

    private static PresentationContextAC answer(TransferSyntaxChoice choice, PresentationContextRQ proposal) {
        return ContextPolicy.none().accept(UID.CTImageStorage, choice).answer(proposal);
    }

    @Test
    void theAcceptorsOrderDecidesWhenItPrefers() {
        assertThat(answer(TransferSyntaxChoice.preferring(List.of(EXPLICIT, IMPLICIT)), ct(IMPLICIT, JPEG, EXPLICIT)))
                .isEqualTo(new PresentationContextAC(5, ACCEPTANCE, EXPLICIT));
    }

    @Test
    void theRequestorsOrderDecidesElse() {
        assertThat(answer(TransferSyntaxChoice.firstProposed(List.of(EXPLICIT, IMPLICIT)::contains),
                ct(JPEG, IMPLICIT, EXPLICIT))).isEqualTo(new PresentationContextAC(5, ACCEPTANCE, IMPLICIT));
    }

    @Test
    void anUnknownSopClassIsRefusedAsAbstractSyntax() {
        PresentationContextRQ unknown = new PresentationContextRQ(5, "1.2.3", List.of(IMPLICIT));
        assertThat(answer(TransferSyntaxChoice.firstProposed(_ -> true), unknown).result())
                .isEqualTo(ABSTRACT_SYNTAX_NOT_SUPPORTED);
    }

    @Test
    void unknownTransferSyntaxesAreRefusedAsSuch() {
        assertThat(answer(TransferSyntaxChoice.preferring(List.of(EXPLICIT)), ct(JPEG)).result())
                .isEqualTo(TRANSFER_SYNTAXES_NOT_SUPPORTED);
        assertThat(answer(TransferSyntaxChoice.preferring(List.of(EXPLICIT)), ct()).result())
                .isEqualTo(TRANSFER_SYNTAXES_NOT_SUPPORTED);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        ContextPolicy policy = ContextPolicy.none()
                .accept(UID.CTImageStorage, TransferSyntaxChoice.preferring(List.of(JPEG)))
                .accept(_ -> true, TransferSyntaxChoice.preferring(List.of(IMPLICIT)));

        assertThat(policy.answer(ct(IMPLICIT, JPEG)).transferSyntax()).isEqualTo(JPEG);
    }

    @Test
    void whatIsNotAskedForIsNotAnswered() {
        AAssociateAC answer = Negotiation.answer(request(List.of(ct(IMPLICIT))), ContextPolicy.none(), 131072);

        assertThat(answer.userInformation().maximumLength()).isEqualTo(131072);
        assertThat(answer.userInformation().implementationClassUid()).isNotEmpty();
        assertThat(answer.userInformation().implementationVersionName()).isNotEmpty().hasSizeLessThanOrEqualTo(16);
        assertThat(answer.userInformation().items()).hasSize(3);
    }

    @Test
    void oneOperationAtATimeIsAnsweredToAWindow() {
        AAssociateAC answer = Negotiation.answer(request(List.of(), new UserItem.AsynchronousOperationsWindow(0, 0)),
                ContextPolicy.none(), 131072);

        assertThat(answer.userInformation().first(UserItem.AsynchronousOperationsWindow.class))
                .contains(new UserItem.AsynchronousOperationsWindow(1, 1));
    }

    @Test
    void theRequestorBecomesScpOnlyWhereThePolicyLetsIt() {
        ContextPolicy policy = ContextPolicy.none()
                .acceptBothRoles(UID.CTImageStorage::equals, TransferSyntaxChoice.firstProposed(_ -> true))
                .accept(UID.MRImageStorage, TransferSyntaxChoice.firstProposed(_ -> true));
        AAssociateAC answer = Negotiation.answer(request(List.of(),
                new UserItem.RoleSelection(UID.CTImageStorage, false, true),
                new UserItem.RoleSelection(UID.MRImageStorage, true, true)), policy, 131072);

        assertThat(answer.userInformation().all(UserItem.RoleSelection.class)).containsExactly(
                new UserItem.RoleSelection(UID.CTImageStorage, false, true),
                new UserItem.RoleSelection(UID.MRImageStorage, true, false));
    }

    @Test
    void onlyWhatWasProposedCountsAsAgreed() {
        AAssociateRQ request = request(List.of(ct(IMPLICIT)));
        AAssociateAC lying = new AAssociateAC(request, List.of(new PresentationContextAC(5, ACCEPTANCE, JPEG),
                new PresentationContextAC(7, ACCEPTANCE, IMPLICIT)), new UserInformation(List.of()));

        assertThat(Negotiation.agreed(request, lying)).isEmpty();
        assertThat(Negotiation.agreed(request, Negotiation.answer(request,
                ContextPolicy.none().accept(_ -> true, TransferSyntaxChoice.firstProposed(_ -> true)), 131072)))
                .isEqualTo(Map.of(5, new PresentationContext(5, UID.CTImageStorage, IMPLICIT)));
    }

    @Test
    void moreThan128ProposalsDoNotFit() {
        ProposedContexts contexts = new ProposedContexts();
        for (int count = 0; count < 128; count++) {
            contexts.propose("1.2." + count, IMPLICIT);
        }
        assertThat(contexts.toList().getLast().id()).isEqualTo(255);
        assertThatThrownBy(() -> contexts.propose("1.2.128", IMPLICIT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherCalledAeTitleIsRejectedWhenTheServerIsStrict() throws Exception {
        AdmissionPolicy strict = AdmissionPolicy.calledAs("ARCHIVE").and(AdmissionPolicy.EVERYBODY);
        try (ServerUnderTest archive = ServerUnderTest.start(strict)) {
            Target wrong = new Target("127.0.0.1", archive.server.port(), "OTHER");
            assertThatThrownBy(() -> Association.open(wrong, "CT1", ProposedContexts.verification(),
                    ServerUnderTest.PATIENT)).isInstanceOf(AssociationRejectedException.class)
                    .hasMessageContaining("CALLED_AE_TITLE_NOT_RECOGNIZED");
            Association.open(archive.target(), "CT1", ProposedContexts.verification(), ServerUnderTest.PATIENT).close();
        }
    }

    @Test
    void anAssociationWithoutACommonContextIsAcceptedButOfNoUse() throws Exception {
        List<PresentationContextRQ> odd = new ProposedContexts().propose("1.2.3", IMPLICIT).toList();
        try (ServerUnderTest archive = ServerUnderTest.start();
                Association association = Association.open(archive.target(), "CT1", odd, ServerUnderTest.PATIENT)) {
            assertThat(association.contexts()).isEmpty();
            assertThatThrownBy(association::echo).isInstanceOf(NoPresentationContextException.class);
        }
    }
}
