package tacit.learn.proposers.guards;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tacit.api.experiment.Proposal;
import tacit.api.guard.GuardEvidence;
import tacit.api.guard.GuardRule;

/** What a proposal of rules says to people. Pure functions. */
final class RuleWords {

    private RuleWords() {}

    static String title(List<GuardRule> rules) {
        return rules.size() == 1
                ? cut("Rule: " + rules.get(0).sentence(), Proposal.MAX_TITLE)
                : "Add " + rules.size() + " rules about tool calls to the guard";
    }

    /** Each rule with what it rests on. */
    static String why(List<GuardRule> rules, int runs) {
        String each = rules.stream().map(RuleWords::line).collect(Collectors.joining("\n"));
        return cut("Mined from " + runs + " graded runs of older tasks:\n" + each, Proposal.MAX_WHY);
    }

    private static String line(GuardRule rule) {
        GuardEvidence evidence = rule.evidence();
        String mixed = evidence.mixedLift() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", and %.1f times as often inside %d tasks that went either way",
                        evidence.mixedLift(),
                        evidence.mixedTasks());
        return String.format(
                Locale.ROOT,
                "%s %s: %s. It applies to %d runs of %d tasks, of which %.0f %% failed against %.0f %% of all%s; chance %.4f",
                rule.effect().name().toLowerCase(Locale.ROOT),
                rule.id(),
                rule.sentence(),
                evidence.runs(),
                evidence.tasks(),
                100 * evidence.precision(),
                100 * evidence.baseRate(),
                mixed,
                evidence.pValue());
    }

    /** Failed runs behind the rules, as many of each. */
    static List<String> evidence(List<GuardRule> rules) {
        int share = Proposal.MAX_EVIDENCE / rules.size();
        return rules.stream()
                .flatMap(rule -> rule.evidence().traceIds().stream().limit(share))
                .distinct()
                .toList();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
