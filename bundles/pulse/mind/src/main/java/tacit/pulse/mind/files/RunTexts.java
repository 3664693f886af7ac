package tacit.pulse.mind.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionRun;
import tacit.pulse.mind.store.Lists;

/** The files of a run, by name. */
final class RunTexts {

    private RunTexts() {}

    static Map<String, String> all(ReflectionRun.Whole whole) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "evidence.json",
                Lists.json(whole.evidence().stream().map(RunTexts::evidence).toList()) + "\n");
        texts.put(
                "ideas.jsonl",
                lines(whole.hypotheses().stream().map(RunTexts::idea).toList()));
        texts.put(
                "critique.jsonl",
                lines(whole.critiques().stream()
                        .map(one -> map(
                                "hypothesis", one.hypothesisId(),
                                "verdict", lower(one.verdict()),
                                "text", one.text(),
                                "evidence", one.evidenceId()))
                        .toList()));
        texts.put("decision.json", Lists.json(decision(whole.run())) + "\n");
        texts.put("winning-recommendation.md", winner(whole));
        texts.put("next-backlog.md", TargetTexts.backlog(whole.run().targetKey(), whole.backlog()));
        texts.put("dispatch.json", Lists.json(dispatch(whole.run())) + "\n");
        return texts;
    }

    static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    static String lines(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(row -> Lists.json(row) + "\n").collect(Collectors.joining());
    }

    static @Nullable String lower(@Nullable Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> evidence(ReflectionEvidence piece) {
        return map(
                "id", piece.id(),
                "type", lower(piece.type()),
                "actionable", piece.actionable(),
                "weight", piece.weight(),
                "text", piece.text(),
                "reference", piece.reference(),
                "fingerprint", piece.fingerprint(),
                "createdAt", piece.createdAt().toString());
    }

    private static Map<String, @Nullable Object> idea(ReflectionRun.Judged one) {
        return map(
                "id", one.hypothesis().id(),
                "generator", one.hypothesis().generator(),
                "title", one.hypothesis().title(),
                "statement", one.hypothesis().statement(),
                "confidence", one.hypothesis().confidence(),
                "evidence", one.hypothesis().evidence(),
                "state", lower(one.state()),
                "score", one.score(),
                "scored", one.scored(),
                "whyNot", one.whyNot());
    }

    private static Map<String, @Nullable Object> decision(ReflectionRun run) {
        return map(
                "run", run.id(),
                "target", run.targetKey(),
                "stage", lower(run.stage()),
                "outcome", lower(run.outcome()),
                "winner", run.winner(),
                "summary", run.summary(),
                "confidence", run.confidence(),
                "risk", lower(run.risk()),
                "permission", lower(run.permission()),
                "error", run.error());
    }

    private static Map<String, @Nullable Object> dispatch(ReflectionRun run) {
        return map("kind", run.dispatchKind(), "id", run.dispatchId(), "status", run.dispatchStatus());
    }

    private static String winner(ReflectionRun.Whole whole) {
        return whole.hypotheses().stream()
                .filter(one -> one.state() == Hypothesis.State.WINNER)
                .map(one -> "# " + one.hypothesis().title() + "\n\n"
                        + one.hypothesis().statement() + "\n\n"
                        + one.hypothesis().steps().stream()
                                .map(step -> "- " + step + "\n")
                                .collect(Collectors.joining()))
                .findFirst()
                .orElse("No hypothesis won: " + whole.run().summary() + "\n");
    }
}
