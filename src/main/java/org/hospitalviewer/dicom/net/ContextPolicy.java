package org.hospitalviewer.dicom.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hospitalviewer.dicom.net.pdu.PresentationContextAC;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;

/** Which presentation contexts an acceptor takes, and in which transfer syntax. The first rule that fits decides. */
public final class ContextPolicy {

    private record Rule(Predicate<String> abstractSyntax, TransferSyntaxChoice choice, boolean requestorMayBeScp) {
    }

    private final List<Rule> rules;

    private ContextPolicy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Takes nothing; a start for {@link #accept}. */
    public static ContextPolicy none() {
        return new ContextPolicy(List.of());
    }

    /** This policy and a rule for one SOP class. */
    public ContextPolicy accept(String sopClassUid, TransferSyntaxChoice choice) {
        return accept(sopClassUid::equals, choice);
    }

    /** This policy and a rule for all SOP classes that fit. */
    public ContextPolicy accept(Predicate<String> sopClassUid, TransferSyntaxChoice choice) {
        return with(new Rule(sopClassUid, choice, false));
    }

    /** As {@link #accept}, and the requestor may be the SCP when it proposes that role (C-GET, PS3.7 D.3.3.4). */
    public ContextPolicy acceptBothRoles(Predicate<String> sopClassUid, TransferSyntaxChoice choice) {
        return with(new Rule(sopClassUid, choice, true));
    }

    private ContextPolicy with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ContextPolicy(more);
    }

    PresentationContextAC answer(PresentationContextRQ proposal) {
        String any = proposal.transferSyntaxes().isEmpty() ? "" : proposal.transferSyntaxes().getFirst();
        Optional<Rule> rule = rule(proposal.abstractSyntax());
        if (rule.isEmpty()) {
            return new PresentationContextAC(proposal.id(), PresentationContextAC.ABSTRACT_SYNTAX_NOT_SUPPORTED, any);
        }
        return rule.get().choice().choose(proposal.transferSyntaxes())
                .map(uid -> new PresentationContextAC(proposal.id(), PresentationContextAC.ACCEPTANCE, uid))
                .orElse(new PresentationContextAC(proposal.id(),
                        PresentationContextAC.TRANSFER_SYNTAXES_NOT_SUPPORTED, any));
    }

    boolean requestorMayBeScp(String sopClassUid) {
        return rule(sopClassUid).map(Rule::requestorMayBeScp).orElse(false);
    }

    private Optional<Rule> rule(String sopClassUid) {
        return rules.stream().filter(rule -> rule.abstractSyntax().test(sopClassUid)).findFirst();
    }
}
