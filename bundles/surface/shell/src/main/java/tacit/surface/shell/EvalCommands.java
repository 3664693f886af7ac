package tacit.surface.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.DecisionLog;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.learn.ReplayCases.Review;
import tacit.api.learn.ReplayRun;
import tacit.api.store.Scope;

/** Commands that make cases of recorded decisions, show how they went, and say whether they count. */
@Component(
        service = EvalCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=eval"})
public final class EvalCommands {

    private static final String KNOWN = "list [--role R], show ID, add DECISION " + CheckWords.FORM
            + " [--protected] [--title T] [--expires DATE], retire, quarantine or use ID --reason R";

    private final CheckWords checks = new CheckWords();
    private final ReplayCases cases;
    private final DecisionLog decisions;
    private final Clock clock;

    @Activate
    public EvalCommands(@Reference ReplayCases cases, @Reference DecisionLog decisions, @Reference Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Descriptor("lists questions that candidates are asked, or: " + KNOWN)
    public void eval(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        boolean options = words.length == 0 || words[0].startsWith("--");
        List<String> rest = List.of(words).subList(options ? 0 : 1, words.length);
        Line line = new Line(
                Words.scope(workspace),
                ActivationCommands.directory(session),
                Words.page(offset, limit),
                rest,
                new Printer(session),
                json);
        act(options ? "list" : words[0], line);
    }

    private void act(String verb, Line line) {
        switch (verb) {
            case "list" -> list(line);
            case "show" -> show(line, found(line.scope(), one(Options.of(line.words(), Set.of(), Set.of()))));
            case "add" -> add(line);
            case "retire" -> review(line, State.RETIRED);
            case "quarantine" -> review(line, State.QUARANTINED);
            case "use" -> review(line, State.ACTIVE);
            default -> throw new IllegalArgumentException("eval knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private void list(Line line) {
        Options options = Options.of(line.words(), Set.of("--role"), Set.of());
        if (!options.words().isEmpty()) {
            throw new IllegalArgumentException("eval list takes --role R alone, got " + options.words());
        }
        String role = options.value("--role").orElse("");
        line.answer(Rows.of(cases.list(line.scope(), role, line.page()), known -> row(line.scope(), known)));
    }

    private void add(Line line) {
        Options options = Options.of(line.words(), Set.of("--expect", "--title", "--expires"), Set.of("--protected"));
        String decision = one(options);
        List<AnswerCheck> expected =
                options.all("--expect").stream().map(checks::read).toList();
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("A case must have a check: " + CheckWords.FORM);
        }
        ReplayCase made = cases.add(
                line.scope(),
                new Draft(
                        decision,
                        options.value("--title").orElse(""),
                        expected,
                        Origin.OPERATOR,
                        decision,
                        Words.OPERATOR,
                        options.has("--protected"),
                        expiry(options.value("--expires").orElse(""))));
        Map<String, @Nullable Object> details = details(line.scope(), made);
        decisions
                .find(decision)
                .ifPresent(recorded -> details.put(
                        "recorded answer",
                        cases.judge(made, recorded.output())
                                .map("fails: "::concat)
                                .orElse("passes")));
        line.answer(details);
    }

    /** A day begins in UTC. */
    private static @Nullable Instant expiry(String word) {
        return word.matches("\\d{4}-\\d{2}-\\d{2}")
                ? Words.time("--expires", word + "T00:00:00Z")
                : Words.time("--expires", word);
    }

    private void review(Line line, State state) {
        Options options = Options.of(line.words(), Set.of("--reason"), Set.of());
        String reason = options.value("--reason")
                .orElseThrow(() -> new IllegalArgumentException("A reason must be given: --reason R"));
        String id = found(line.scope(), one(options)).id();
        line.answer(details(line.scope(), cases.review(line.scope(), id, state, Words.OPERATOR, reason)));
    }

    private void show(Line line, ReplayCase known) {
        Map<String, @Nullable Object> details = details(line.scope(), known);
        details.put("method", known.situation().method());
        details.put("asked at", known.situation().clock());
        details.put("inputs", known.situation().inputs());
        details.put("asked inside", known.situation().inner().size());
        details.put("bundle", known.providerSha256());
        line.answer(details);
        line.answer(Rows.of(cases.runs(line.scope(), known.id(), line.page()), EvalCommands::row));
        List<Review> reviews = cases.reviews(line.scope(), known.id());
        if (!reviews.isEmpty()) {
            line.answer(Rows.of(reviews, EvalCommands::row));
        }
    }

    private static String one(Options options) {
        if (options.words().size() != 1) {
            throw new IllegalArgumentException("One thing must be named: tacit:eval " + KNOWN);
        }
        return options.words().get(0);
    }

    private ReplayCase found(Scope scope, String id) {
        return cases.find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find case '" + id + "': no such case"));
    }

    private Map<String, @Nullable Object> row(Scope scope, ReplayCase known) {
        Optional<Boolean> failing = cases.failing(scope, known.id());
        return Rows.row(
                "id", known.id(),
                "role", known.situation().role(),
                "title", known.title(),
                "state", state(known),
                "side", known.older() ? "older" : "newer",
                "protected", known.protectedCase() ? "yes" : "no",
                "goes", failing.map(fails -> fails ? "fails" : "passes").orElse("not asked"));
    }

    private String state(ReplayCase known) {
        boolean expired = known.state() == State.ACTIVE && !known.counts(clock.instant());
        return expired ? "expired" : Words.lower(known.state());
    }

    private Map<String, @Nullable Object> details(Scope scope, ReplayCase known) {
        Map<String, @Nullable Object> details = row(scope, known);
        details.put("checks", known.checks().stream().map(checks::written).toList());
        details.put("made of", Words.lower(known.origin()) + " " + known.source());
        details.put("owner", known.owner());
        details.put("generation", known.generation());
        details.put("made", known.createdAt());
        details.put("expires", known.expiresAt());
        return details;
    }

    private static Map<String, @Nullable Object> row(ReplayRun run) {
        return Rows.row(
                "at", run.at(),
                "experiment", run.experimentId(),
                "arm", Words.lower(run.arm()),
                "outcome", Words.lower(run.outcome()),
                "took", HarnessCommands.micros(run.took()),
                "reason", run.reason());
    }

    private static Map<String, @Nullable Object> row(Review review) {
        return Rows.row(
                "at", review.at(),
                "from", Words.lower(review.from()),
                "to", Words.lower(review.to()),
                "by", review.by(),
                "reason", review.reason());
    }
}
