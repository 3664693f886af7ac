package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.TriggerStatus;
import tacit.api.pulse.Triggers;

/** The command for triggers: how they do, and which kinds there are. */
@Component(
        service = TriggerCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=triggers"})
public final class TriggerCommands {

    private static final String KNOWN = "list or kinds";

    private final Triggers triggers;

    @Activate
    public TriggerCommands(@Reference Triggers triggers) {
        this.triggers = triggers;
    }

    @Descriptor("lists triggers and how they do, or: kinds (those that active bundles provide)")
    public void triggers(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        if (words.length > 1) {
            throw new IllegalArgumentException("triggers knows " + KNOWN + ", got '" + words[1] + "' more");
        }
        switch (verb) {
            case "list" -> printer.print(Rows.of(triggers.status(), TriggerCommands::row), json);
            case "kinds" -> printer.print(Rows.of(triggers.kinds(), kind -> Rows.row("kind", kind)), json);
            default -> throw new IllegalArgumentException("triggers knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private static Map<String, @Nullable Object> row(TriggerStatus status) {
        TriggerStatus.Counts counts = status.counts();
        return Rows.row(
                "trigger", status.id(),
                "kind", status.kind(),
                "workspace", status.workspaceId(),
                "profile", status.profileId(),
                "state", Words.lower(status.state()),
                "last", status.lastIngressAt(),
                "next", status.nextAt(),
                "readings", counts.readings(),
                "signals", counts.signals(),
                "repeated", counts.repeated(),
                "refused", counts.refused(),
                "failures", counts.failures(),
                "problems", Words.optional(String.join("; ", status.problems())));
    }
}
