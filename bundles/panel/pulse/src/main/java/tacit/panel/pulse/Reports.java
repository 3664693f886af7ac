package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.page.Page;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.panel.forms.Words;

/** What a pulse decided, or would decide. */
final class Reports {

    private Reports() {}

    /** In a sentence. */
    static String said(PulseReport report) {
        PulseDecision decision = report.decision();
        if (decision == null) {
            return "It did not even look: " + (report.stopped().isEmpty() ? "nobody said why" : report.stopped());
        }
        return "It decided " + Words.of(decision.outcome()) + ", by the rule " + decision.rule() + ": "
                + decision.reason();
    }

    /** Rule by rule. */
    static Page page(AutomationProfile profile, PulseReport report) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", profile.id());
        values.put("role", profile.agentRoleId());
        values.put("stopped", report.stopped());
        PulseDecision decision = report.decision();
        if (decision != null) {
            values.put("decision", decision);
            values.put("told", decision.compressed());
            values.put("rules", decision.explained().stream().map(Reports::rule).toList());
            values.put("evidence", References.rows(decision.evidence()));
        } else {
            values.put("rules", List.of());
        }
        return Page.of(
                "What a pulse of " + profile.agentRoleId() + " would decide", Reports.class, "report.peb", values);
    }

    private static Map<String, String> rule(String line) {
        int colon = line.indexOf(": ");
        return colon < 0
                ? Map.of("rule", line, "said", "")
                : Map.of("rule", line.substring(0, colon), "said", line.substring(colon + 2));
    }
}
