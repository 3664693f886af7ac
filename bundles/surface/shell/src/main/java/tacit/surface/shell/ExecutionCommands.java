package tacit.surface.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.store.Scope;

/** The commands for work that the core gives away: what became of it, and the devices on which it is done. */
@Component(
        service = ExecutionCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=executions", "osgi.command.function=devices"})
public final class ExecutionCommands {

    private static final String KNOWN = "list, open, show ID or cancel ID [REASON]";

    private static final Duration TRIAL = Duration.ofMinutes(10);

    private final Executions executions;
    private final AuditLog audit;
    private final Clock clock;
    private final ProfileNames profiles;

    @Activate
    public ExecutionCommands(
            @Reference Executions executions,
            @Reference AuditLog audit,
            @Reference Clock clock,
            @Reference AutomationProfiles profiles) {
        this.executions = executions;
        this.audit = audit;
        this.clock = clock;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor(
            "lists work that was given, the newest first, or: open (what has not ended), show ID, cancel ID [REASON]")
    public void executions(
            CommandSession session,
            @Descriptor("workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("profile") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("waiting, queued, running, succeeded, failed or cancelled")
                    @Parameter(names = "--state", absentValue = "")
                    String state,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("rows to show, up to 1000") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" ->
                printer.print(
                        Rows.of(
                                executions.list(
                                        profiles.optional(profile),
                                        workspace,
                                        Words.optional(Execution.State.class, state),
                                        Words.page(offset, limit)),
                                ExecutionCommands::row),
                        json);
            case "open" -> {
                List<Execution> open = executions.open(profiles.optional(profile)).stream()
                        .filter(one -> one.brief().workspaceId().equals(workspace))
                        .toList();
                printer.print(Rows.of(open, ExecutionCommands::row), json);
            }
            case "show" ->
                printer.print(whole(found(workspace, Words.only("executions show needs an id", words))), json);
            case "cancel" -> cancel(printer, workspace, words);
            default -> throw new IllegalArgumentException("executions knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private Execution found(String workspace, String id) {
        return executions
                .find(id)
                .filter(one -> one.brief().workspaceId().equals(workspace))
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no execution '" + id + "' in this workspace"));
    }

    private void cancel(Printer printer, String workspace, String... words) {
        if (words.length < 2) {
            throw new IllegalArgumentException("executions cancel needs an id");
        }
        Execution execution = found(workspace, words[1]);
        String reason = words.length == 2 ? "" : Words.rest("", 2, words);
        boolean cancelled = executions.cancel(execution.id(), Words.OPERATOR, reason);
        printer.line(cancelled ? "Cancelled " + execution.id() : execution.id() + " had ended");
    }

    private static Map<String, @Nullable Object> row(Execution one) {
        TaskResult result = one.result();
        return Rows.row(
                "id", one.id(),
                "state", Words.lower(one.state()),
                "title", one.brief().title(),
                "source", one.brief().source(),
                "device", one.device(),
                "attempts", one.attempts(),
                "tokens", result == null ? null : result.tokens(),
                "error", result == null ? null : result.error(),
                "created", one.createdAt(),
                "ended", one.endedAt());
    }

    private static Map<String, @Nullable Object> whole(Execution one) {
        Map<String, @Nullable Object> view = Rows.row();
        view.putAll(row(one));
        TaskResult result = one.result();
        view.put("task", one.brief().id());
        view.put("profile", one.brief().profileId());
        view.put("run", one.brief().runId());
        view.put("approval", one.approvalId());
        view.put("executor", one.executor());
        view.put("started", one.startedAt());
        view.put("prompt", one.brief().prompt());
        view.put("routing", String.join("; ", one.routing()));
        view.put("output", result == null ? null : result.output());
        view.put("micros", result == null ? null : result.micros());
        view.put("trace", result == null ? null : result.traceId());
        view.put(
                "facts",
                result == null || result.facts().isEmpty()
                        ? null
                        : result.facts().toString());
        return view;
    }

    @Descriptor(
            "lists devices with what is wrong and how much runs there, or: try NAME 'TASK' gives one a task of the operator")
    public void devices(
            CommandSession session,
            @Descriptor("workspace of a task") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("list, or try NAME 'TASK'") String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(executions.devices(), ExecutionCommands::row), json);
            case "try" -> {
                String task = Words.rest("devices try needs a name and a task", 2, words);
                printer.print(row(executions.submit(trial(workspace, words[1], task), null)), json);
            }
            default -> throw new IllegalArgumentException("devices knows list or try NAME 'TASK', got '" + verb + "'");
        }
    }

    private TaskBrief trial(String workspace, String device, String task) {
        String id = "trial-" + device + "-" + clock.millis();
        audit.write(Words.OPERATOR, "execution.try", id, Map.of("workspace", workspace, "device", device));
        return new TaskBrief(
                id,
                Words.OPERATOR,
                workspace,
                null,
                Words.OPERATOR,
                id,
                "Trial of " + device,
                task,
                "",
                List.of(),
                null,
                device,
                TRIAL,
                0,
                0,
                Map.of(),
                Map.of());
    }

    private static Map<String, @Nullable Object> row(Executions.Device one) {
        return Rows.row(
                "device", one.name(),
                "executor", one.executor(),
                "workspaces", one.workspaces().isEmpty() ? "all" : String.join(", ", one.workspaces()),
                "priority", one.priority(),
                "state", !one.enabled() ? "disabled" : one.problem().isEmpty() ? "ready" : "broken",
                "running", one.running(),
                "capacity", one.capacity(),
                "problem", Words.optional(one.problem()));
    }
}
