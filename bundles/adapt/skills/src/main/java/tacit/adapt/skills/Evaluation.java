package tacit.adapt.skills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.adapt.skills.text.Json;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillEvalCase;
import tacit.api.adapt.SkillEvalReport;
import tacit.api.adapt.SkillEvalReport.CaseResult;
import tacit.api.adapt.SkillProposal;
import tacit.memory.words.Overlap;

/** Judges whether a draft says what it has to, and nothing that it must not. */
final class Evaluation {

    private static final double PASS = 0.75;
    private static final double FORBIDDEN = 0.35;
    private static final int SIGNALS = 8;

    /** What a skill must not say to an agent, whoever drafted it. */
    private static final List<String> ORDERS = List.of(
            "ignore previous instructions",
            "disregard previous instructions",
            "[filtered_memory_content]",
            "[redacted");

    private Evaluation() {}

    static SkillEvalReport of(SkillProposal proposal, List<SkillEvalCase> cases, Instant now) {
        String corpus = corpus(proposal);
        Set<String> tools = proposal.requiredTools().stream()
                .map(Evaluation::folded)
                .collect(Collectors.toCollection(HashSet::new));
        List<CaseResult> results = (cases.isEmpty() ? List.of(ownCase(proposal)) : cases)
                .stream().map(one -> judge(one, corpus, tools)).toList();
        double mean = results.stream().mapToDouble(CaseResult::score).average().orElse(0);
        boolean passed = results.stream().allMatch(CaseResult::passed);
        return new SkillEvalReport(proposal.id(), proposal.draft().id(), passed, mean, results, now);
    }

    /** The words of what it is for and its tools have to stand in what it says. */
    private static SkillEvalCase ownCase(SkillProposal proposal) {
        List<String> words =
                Overlap.words(proposal.draft().name()).stream().limit(SIGNALS).toList();
        return new SkillEvalCase("own", proposal.problemStatement(), words, ORDERS, proposal.requiredTools());
    }

    private static String corpus(SkillProposal proposal) {
        SkillDraft draft = proposal.draft();
        return folded(String.join(
                "\n",
                proposal.problemStatement(),
                String.join("\n", proposal.evidence()),
                draft.id(),
                draft.name(),
                draft.description(),
                draft.prompt()));
    }

    private static CaseResult judge(SkillEvalCase one, String corpus, Set<String> tools) {
        List<String> missing = one.expectedSignals().stream()
                .filter(signal -> !says(corpus, signal))
                .toList();
        List<String> forbidden = one.forbiddenSignals().stream()
                .filter(signal -> says(corpus, signal))
                .toList();
        List<String> missingTools = one.requiredTools().stream()
                .filter(tool -> !tools.contains(folded(tool)))
                .toList();
        int expected = one.expectedSignals().size() + one.requiredTools().size();
        int there = expected - missing.size() - missingTools.size();
        double score = (double) there / Math.max(1, expected) - (forbidden.isEmpty() ? 0 : FORBIDDEN);
        boolean passed = score >= PASS && missing.isEmpty() && missingTools.isEmpty() && forbidden.isEmpty();
        return new CaseResult(one.id(), passed, score, missing, forbidden, missingTools);
    }

    /** Whether a text says a signal as words of its own: "port" is not said by "report". */
    private static boolean says(String corpus, String signal) {
        String words = folded(signal);
        return !words.isBlank()
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])")
                        .matcher(corpus)
                        .find();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    static ObjectNode json(SkillEvalReport report) {
        ObjectNode node = Json.object();
        node.put("proposalId", report.proposalId());
        node.put("draftSkillId", report.skillId());
        node.put("passed", report.passed());
        node.put("score", report.score());
        node.put("evaluatedAt", report.at().toString());
        ArrayNode cases = node.putArray("cases");
        for (CaseResult result : report.cases()) {
            ObjectNode one = cases.addObject();
            one.put("id", result.id());
            one.put("passed", result.passed());
            one.put("score", result.score());
            Json.put(one, "missingSignals", result.missingSignals());
            Json.put(one, "forbiddenFound", result.forbiddenFound());
            Json.put(one, "missingTools", result.missingTools());
        }
        return node;
    }
}
