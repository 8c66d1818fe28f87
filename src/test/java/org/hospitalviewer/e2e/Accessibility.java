package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What axe-core finds on a screen: the rules of WCAG 2 that a program can judge, and good practice. */
final class Accessibility {

    private static final Path AXE = Path.of("node_modules", "axe-core", "axe.min.js");

    /**
     * Findings in the inside of Vaadin's components, which are not ours to change, as rule and part of the element.
     */
    private static final Map<String, String> OF_VAADIN = Map.of();

    private static String program;

    private Accessibility() {
    }

    /** Nothing on the screen keeps people out: no violation that axe calls serious or critical. */
    static void assertNothingSerious(Visit visit) {
        assertNothingSerious(visit, "");
    }

    /** The same for its colours only, where the elements were judged in other colours. */
    static void assertEnoughContrast(Visit visit) {
        assertNothingSerious(visit, "runOnly: ['color-contrast'], ");
    }

    private static void assertNothingSerious(Visit visit, String rules) {
        visit.page().evaluate(program() + "; undefined");
        @SuppressWarnings("unchecked")
        List<Map<String, String>> found = (List<Map<String, String>>) visit.page().evaluate("""
                async () => {
                  const {violations} = await axe.run(document, {%sresultTypes: ['violations']});
                  return violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
                    .flatMap(({id, help, nodes}) => nodes.map(node => ({
                      rule: id, element: node.html.slice(0, 200),
                      text: `${id}: ${help}; ${node.target.flat().join(' ')} ${node.html.slice(0, 160)} `
                        + node.any.map(check => check.message).join(' ')})));
                }""".formatted(rules));
        assertThat(found).filteredOn(finding -> !isOfVaadin(finding)).extracting(finding -> finding.get("text"))
                .as("serious and critical findings of axe-core on " + visit.page().url()).isEmpty();
    }

    private static boolean isOfVaadin(Map<String, String> finding) {
        String element = OF_VAADIN.get(finding.get("rule"));
        return element != null && finding.get("element").contains(element);
    }

    private static String program() {
        if (program == null) {
            try {
                program = Files.readString(AXE);
            } catch (IOException failure) {
                throw new UncheckedIOException("axe-core comes with the frontend's build: npm ci", failure);
            }
        }
        return program;
    }
}
