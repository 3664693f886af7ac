package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionDesk.Ranked;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;

/** Commands that show what profiles reflect about, and let an operator have a say in it. */
@Component(
        service = ReflectCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=reflect"})
public final class ReflectCommands {

    private static final String KNOWN =
            "runs, targets, show RUN, now [TARGET], retry RUN, dismiss RUN, backlog, reject POINT, notices, seen NOTICE,"
                    + " brain or reset";

    private final ReflectionDesk desk;

    @Activate
    public ReflectCommands(@Reference ReflectionDesk desk) {
        this.desk = desk;
    }

    @Descriptor(
            "lists runs of reflection, or one of: targets, show RUN, now, retry, dismiss, backlog, reject, notices, seen,"
                    + " brain, reset")
    public void reflect(
            CommandSession session,
            @Descriptor("of this profile only") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("why, for dismiss and reject") @Parameter(names = "--reason", absentValue = "by an operator")
                    String reason,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "runs" : words[0];
        switch (verb) {
            case "runs" ->
                printer.print(
                        Rows.of(
                                desk.runs(Words.optional(profile), null, null, Words.page(offset, limit)),
                                ReflectCommands::run),
                        json);
            case "targets" -> printer.print(Rows.of(desk.refresh(of(profile)), ReflectCommands::target), json);
            case "backlog" ->
                printer.print(
                        Rows.of(
                                desk.backlog(Words.optional(profile), null, Words.page(offset, limit)),
                                ReflectCommands::point),
                        json);
            case "notices" ->
                printer.print(
                        Rows.of(
                                desk.notices(Words.optional(profile), null, Words.page(offset, limit)),
                                ReflectCommands::notice),
                        json);
            case "brain" -> printer.print(brain(desk.brain(of(profile))), json);
            case "show" -> show(printer, Words.only("reflect show needs a run", words), json);
            default -> printer.line(act(verb, profile, reason, words));
        }
    }

    private String act(String verb, String profile, String reason, String... words) {
        return switch (verb) {
            case "now" ->
                told(desk.reflect(of(profile), words.length > 1 ? words[1] : null, "operator", true)
                        .map(ReflectCommands::words));
            case "retry" ->
                told(desk.retry(Words.only("reflect retry needs a run", words), Words.OPERATOR)
                        .map(ReflectCommands::words));
            case "dismiss" ->
                done(desk.dismiss(Words.only("reflect dismiss needs a run", words), Words.OPERATOR, reason));
            case "reject" ->
                done(desk.rejectBacklog(Words.only("reflect reject needs a point", words), Words.OPERATOR, reason));
            case "seen" -> done(desk.seen(Words.only("reflect seen needs a notice", words), Words.OPERATOR));
            case "reset" -> "Forgotten: " + desk.reset(of(profile), Words.OPERATOR);
            default -> throw new IllegalArgumentException("reflect knows " + KNOWN + ", got '" + verb + "'");
        };
    }

    private static String of(String profile) {
        if (profile.isEmpty()) {
            throw new IllegalArgumentException("--profile must name a profile");
        }
        return profile;
    }

    private static String words(ReflectionDesk.ReflectionResult result) {
        return "Run " + result.runId() + (result.fresh() ? " came to " : " is as before: ") + result.outcome();
    }

    private static String told(Optional<String> words) {
        return words.orElse("There is nothing to think about");
    }

    private static String done(boolean done) {
        return done ? "Done" : "There is none of this id that it could be done to";
    }

    private void show(Printer printer, String id, boolean json) {
        ReflectionRun.Whole whole =
                desk.run(id).orElseThrow(() -> new IllegalArgumentException("Cannot find run '" + id + "'"));
        Map<String, @Nullable Object> shown = run(whole.run());
        shown.put("summary", whole.run().summary());
        whole.evidence()
                .forEach(piece -> shown.put(
                        piece.id(), Words.lower(piece.type()) + (piece.actionable() ? "! " : " ") + piece.text()));
        whole.hypotheses()
                .forEach(one -> shown.put(
                        one.hypothesis().id(),
                        Words.lower(one.state()) + " " + (one.score() == null ? "" : one.score() + " ")
                                + one.hypothesis().title()
                                + (one.whyNot().isEmpty() ? "" : " (" + one.whyNot() + ")")));
        int number = 0;
        for (var critique : whole.critiques()) {
            number++;
            shown.put(
                    "critique " + number,
                    critique.hypothesisId() + " " + Words.lower(critique.verdict()) + ": " + critique.text());
        }
        printer.print(shown, json);
    }

    private static Map<String, @Nullable Object> run(ReflectionRun run) {
        return Rows.row(
                "id", run.id(),
                "at", run.createdAt(),
                "profile", run.profileId(),
                "target", run.targetKey(),
                "stage", Words.lower(run.stage()),
                "outcome", run.outcome() == null ? null : Words.lower(run.outcome()),
                "winner", run.winner(),
                "confidence", run.confidence(),
                "started", run.dispatchId(),
                "error", run.error());
    }

    private static Map<String, @Nullable Object> target(Ranked ranked) {
        return Rows.row(
                "target", ranked.target().key(),
                "health", Words.lower(ranked.target().health()),
                "state", Words.lower(ranked.target().state()),
                "backlog", ranked.target().backlog(),
                "score", ranked.score().score(),
                "next", ranked.target().times().nextEligibleAt(),
                "last", ranked.target().last().outcome(),
                "why not", ranked.score().whyNot());
    }

    private static Map<String, @Nullable Object> point(ReflectionBacklog point) {
        return Rows.row(
                "id", point.id(),
                "state", Words.lower(point.state()),
                "priority", point.priority(),
                "target", point.targetKey(),
                "title", point.title(),
                "started", point.dispatchId(),
                "reason", point.reason());
    }

    private static Map<String, @Nullable Object> notice(ReflectionNotice notice) {
        return Rows.row(
                "id", notice.id(),
                "state", Words.lower(notice.state()),
                "due", notice.dueAt(),
                "intent", Words.lower(notice.intent()),
                "title", notice.title(),
                "reason", notice.reason());
    }

    private static Map<String, @Nullable Object> brain(ReflectionDesk.Brain brain) {
        Map<String, @Nullable Object> row = Rows.row(
                "profile", brain.profileId(),
                "status", brain.status(),
                "why", brain.why(),
                "targets", brain.targets(),
                "runs", String.valueOf(brain.runs()),
                "backlog", brain.backlog(),
                "last run", brain.lastRunAt(),
                "last dream", brain.lastDreamAt());
        List<ReflectionDesk.BrainMemory> memory = brain.memory();
        for (int i = 0; i < memory.size(); i++) {
            row.put(
                    "memory " + (i + 1),
                    memory.get(i).bucket() + ": " + memory.get(i).text());
        }
        return row;
    }
}
