package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.PulseRun;

/** Commands that pulse a profile, explain what it would decide, and show and stop dispatches. */
@Component(
        service = PulseCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=pulse", "osgi.command.function=dispatches"})
public final class PulseCommands {

    private static final String DISPATCHES = "dispatches [show ID | cancel ID [WHY]]";

    private final PulseDesk desk;
    private final ProfileNames profiles;

    @Activate
    public PulseCommands(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor("runs a pulse of a profile now; with --explain says what one would decide, without doing it")
    public void pulse(
            CommandSession session,
            @Descriptor("only say what would be decided, rule by rule")
                    @Parameter(names = "--explain", presentValue = "true", absentValue = "false")
                    boolean explain,
            @Descriptor("with --explain: as if it was asked for by hand")
                    @Parameter(names = "--manual", presentValue = "true", absentValue = "false")
                    boolean manual,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the profile") String profile) {
        Printer printer = new Printer(session);
        String id = profiles.find(profile).id();
        PulseReport report = explain ? desk.explain(id, manual) : desk.pulse(id, Words.OPERATOR);
        printer.print(report(report), json);
        PulseDecision decision = report.decision();
        if (explain && decision != null && !json) {
            decision.explained().forEach(line -> printer.line("  " + line));
        }
    }

    private static Map<String, @Nullable Object> report(PulseReport report) {
        Map<String, @Nullable Object> rows = Rows.row();
        PulseDecision decision = report.decision();
        rows.put("stopped", Words.optional(report.stopped()));
        if (decision != null) {
            rows.put("outcome", Words.lower(decision.outcome()));
            rows.put("rule", decision.rule());
            rows.put("reason", decision.reason());
            rows.put("strength", decision.strength());
            rows.put("signals", decision.signalIds().size() + ", told " + decision.compressed() + " times");
            rows.put(
                    "due",
                    decision.checklistIds().size() + " points, "
                            + decision.proactiveIds().size() + " tasks");
        }
        rows.put("run", report.run() == null ? null : report.run().id());
        rows.put("dispatch", report.dispatch() == null ? null : brief(report.dispatch()));
        rows.put("reflection", report.reflectionId());
        rows.put(
                "dreaming",
                report.dreamingId() == null
                        ? null
                        : report.dreamingId() + ", " + report.dreamingCandidates() + " candidates");
        return rows;
    }

    private static String brief(PulseRun run) {
        return run.id() + ", " + Words.lower(run.state());
    }

    @Descriptor("lists dispatches, newest first, or: show ID (with its steps), cancel ID WHY")
    public void dispatches(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only of this profile") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("only queued, running, completed, failed, cancelled or interrupted")
                    @Parameter(names = "--state", absentValue = "")
                    String state,
            @Descriptor("pulses instead") @Parameter(names = "--pulses", presentValue = "true", absentValue = "false")
                    boolean pulses,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("what to do with which one") String... words) {
        Printer printer = new Printer(session);
        if (words.length > 0) {
            one(printer, json, words);
            return;
        }
        PulseDesk.Filter filter = new PulseDesk.Filter(
                profiles.optional(profile),
                null,
                pulses ? PulseRun.Type.PULSE : PulseRun.Type.DISPATCH,
                Words.optional(PulseRun.State.class, state));
        printer.print(Rows.of(desk.runs(filter, Words.page(offset, limit)), PulseCommands::row), json);
    }

    private void one(Printer printer, boolean json, String... words) {
        if (words.length < 2) {
            throw new IllegalArgumentException(DISPATCHES);
        }
        String id = words[1];
        PulseRun run = desk.run(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot " + words[0] + " dispatch '" + id + "': no such dispatch"));
        switch (words[0]) {
            case "show" -> {
                printer.print(details(run), json);
                List<PulseRun> steps = desk.steps(id);
                if (!steps.isEmpty()) {
                    printer.print(Rows.of(steps, PulseCommands::row), json);
                }
            }
            case "cancel" -> {
                String why = String.join(" ", List.of(words).subList(2, words.length));
                boolean done = desk.cancel(id, Words.OPERATOR, why);
                printer.line(done ? "Dispatch " + id + " is cancelled" : "Dispatch " + id + " had ended");
            }
            default -> throw new IllegalArgumentException(DISPATCHES);
        }
    }

    private static Map<String, @Nullable Object> row(PulseRun run) {
        return Rows.row(
                "id", run.id(),
                "profile", run.profileId(),
                "kind", run.kind() == null ? Words.lower(run.type()) : Words.lower(run.kind()),
                "state", Words.lower(run.state()),
                "rule", run.rule(),
                "what", run.error() == null ? run.summary() : run.error());
    }

    private static Map<String, @Nullable Object> details(PulseRun run) {
        Map<String, @Nullable Object> details = row(run);
        details.put("source", run.source() + ", " + run.reason());
        details.put("evidence", run.evidence());
        details.put("execution", run.executionId());
        details.put("approval", run.approvalId());
        details.put("cycle", run.traceId());
        details.put("cost", run.cost().tokens() + " tokens, " + run.cost().micros() + " micros");
        details.put("made", run.createdAt());
        details.put("began", run.startedAt());
        details.put("ended", run.endedAt());
        return details;
    }
}
