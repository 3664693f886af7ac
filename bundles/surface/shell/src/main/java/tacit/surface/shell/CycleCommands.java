package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Commands that show the cycles of the core and what they taught. */
@Component(
        service = CycleCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=cycles", "osgi.command.function=learnings"})
public final class CycleCommands {

    private final CoreTraces traces;
    private final LearningsLog log;
    private final ProfileNames profiles;

    @Activate
    public CycleCommands(
            @Reference CoreTraces traces, @Reference LearningsLog log, @Reference AutomationProfiles profiles) {
        this.traces = traces;
        this.log = log;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor("lists cycles of the core, newest first, or shows one with its steps: ID")
    public void cycles(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only this profile") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("only this kind, such as pulse_cycle") @Parameter(names = "--kind", absentValue = "")
                    String kind,
            @Descriptor("only running, completed, failed or skipped") @Parameter(names = "--status", absentValue = "")
                    String status,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the cycle; all unless told") String... words) {
        Printer printer = new Printer(session);
        if (words.length > 1) {
            throw new IllegalArgumentException("cycles knows one id, got '" + String.join(" ", words) + "'");
        }
        if (words.length == 1) {
            show(printer, words[0], json);
            return;
        }
        CoreTraces.Filter filter = new CoreTraces.Filter(
                profiles.optional(profile),
                null,
                null,
                Words.optional(CoreTraceKind.class, kind),
                Words.optional(CoreTraceStatus.class, status));
        printer.print(Rows.of(traces.list(filter, Words.page(offset, limit)), CycleCommands::row), json);
    }

    private void show(Printer printer, String id, boolean json) {
        CoreTrace.Whole whole = traces.find(id)
                .orElseThrow(() -> new IllegalArgumentException("Cannot show cycle '" + id + "': no such cycle"));
        Map<String, @Nullable Object> details = row(whole.trace());
        details.put("target", whole.trace().draft().targetKey());
        details.put("task", whole.trace().taskId());
        details.put("result", whole.trace().result());
        details.put("response", whole.trace().response());
        details.put("error", whole.trace().error());
        details.put("memories", whole.memoryIds().isEmpty() ? null : whole.memoryIds());
        details.put("led to", whole.children().isEmpty() ? null : whole.children());
        printer.print(details, json);
        printer.print(Rows.of(page(whole), CycleCommands::row), json);
    }

    private static Page<CoreTrace.Event> page(CoreTrace.Whole whole) {
        return new Page<>(whole.events(), 0, whole.events().size());
    }

    @Descriptor("lists what the core learnt, newest first")
    public void learnings(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only this workspace") @Parameter(names = "--workspace", absentValue = "") String workspace,
            @Descriptor("only this kind, such as dream") @Parameter(names = "--kind", absentValue = "") String kind,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the profile; all unless told") String... words) {
        if (words.length > 1) {
            throw new IllegalArgumentException("learnings knows one profile, got '" + String.join(" ", words) + "'");
        }
        PageRequest page = Words.page(offset, limit);
        String profile = words.length == 0 ? null : profiles.find(words[0]).id();
        new Printer(session)
                .print(
                        Rows.of(
                                log.list(
                                        Words.optional(workspace),
                                        profile,
                                        Words.optional(Learning.Kind.class, kind),
                                        page),
                                CycleCommands::row),
                        json);
    }

    private static Map<String, @Nullable Object> row(CoreTrace trace) {
        return Rows.row(
                "id", trace.id(),
                "profile", trace.draft().profileId(),
                "kind", Words.lower(trace.draft().kind()),
                "status", Words.lower(trace.status()),
                "started", trace.startedAt(),
                "summary", trace.summary());
    }

    private static Map<String, @Nullable Object> row(CoreTrace.Event event) {
        return Rows.row(
                "at", event.at(),
                "phase", Words.lower(event.phase()),
                "step", event.type(),
                "summary", event.summary(),
                "details", event.details().isEmpty() ? null : event.details());
    }

    private static Map<String, @Nullable Object> row(Learning learning) {
        return Rows.row(
                "at", learning.at(),
                "profile", learning.profileId(),
                "kind", Words.lower(learning.kind()),
                "summary", learning.summary(),
                "trace", learning.traceId());
    }
}
