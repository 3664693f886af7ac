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
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreSwitches.Status;

/** The command for the switches of the core: what runs, what came of it, and why not more. */
@Component(
        service = CoreCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=core"})
public final class CoreCommands {

    private static final String KNOWN =
            "list, why STAGE, on STAGE or off STAGE; 'all' turns the switch over all stages";
    private static final String ALL = "all";

    private final CoreSwitches switches;

    @Activate
    public CoreCommands(@Reference CoreSwitches switches) {
        this.switches = switches;
    }

    @Descriptor("lists the stages of the core, or: why STAGE (what was not taken), on STAGE|all, off STAGE|all")
    public void core(
            CommandSession session,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "") String reason,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> list(printer, json);
            case "why" -> {
                CoreStage stage = Words.required(CoreStage.class, Words.only("core why needs a stage", words));
                printer.print(Rows.of(status(stage).whyNot(), why -> Rows.row("not taken", why)), json);
            }
            case "on", "off" -> {
                String stage = Words.only("core " + verb + " needs a stage, or all", words);
                switches.turn(stage(stage), verb.equals("on"), Words.OPERATOR, reason);
                list(printer, json);
            }
            default -> throw new IllegalArgumentException("core knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private void list(Printer printer, boolean json) {
        List<Status> stages = switches.status();
        printer.print(Rows.of(stages, CoreCommands::row), json);
        if (!json) {
            stages.stream().filter(Status::warning).forEach(status -> printer.line(warning(status)));
        }
    }

    private static String warning(Status status) {
        String stage = Words.lower(status.stage());
        return stage + " has produced nothing in " + status.dryRuns() + " runs: tacit:core why " + stage;
    }

    private static @Nullable CoreStage stage(String word) {
        return word.equals(ALL) ? null : Words.required(CoreStage.class, word);
    }

    private Status status(CoreStage stage) {
        return switches.status().stream()
                .filter(status -> status.stage() == stage)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Every stage has a status"));
    }

    private static Map<String, @Nullable Object> row(Status status) {
        return Rows.row(
                "stage", Words.lower(status.stage()),
                "is", status.on() ? "on" : "off",
                "runs", status.runs(),
                "products", status.products(),
                "dry runs", status.dryRuns(),
                "remark", remark(status));
    }

    private static @Nullable String remark(Status status) {
        return status.on() ? Words.optional(status.warning() ? "produces nothing" : "") : status.why();
    }
}
