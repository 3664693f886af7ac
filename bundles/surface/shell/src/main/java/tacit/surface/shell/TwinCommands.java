package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.Twin;
import tacit.api.pulse.Twins;
import tacit.api.store.Scope;

/** The command for digital twins: presets of personas, and the roles that were made of them. */
@Component(
        service = TwinCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=twins"})
public final class TwinCommands {

    private static final String KNOWN = "list, active, show ID, activate ID or end ROLE";

    private final Twins twins;

    @Activate
    public TwinCommands(@Reference Twins twins) {
        this.twins = twins;
    }

    @Descriptor("lists presets of personas, or: active (the roles made of them), show ID, activate ID, end ROLE")
    public void twins(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(twins.templates(), TwinCommands::row), json);
            case "active" -> printer.print(Rows.of(twins.active(workspace), TwinCommands::row), json);
            case "show" -> printer.print(details(found(Words.only("twins show needs an id", words))), json);
            case "activate" -> {
                String id = Words.only("twins activate needs an id", words);
                printer.print(row(twins.activate(workspace, id, Words.OPERATOR)), json);
            }
            case "end" -> {
                String role = Words.only("twins end needs a role", words);
                boolean ended = twins.deactivate(workspace, role, Words.OPERATOR);
                printer.line(ended ? "Ended" : "Nothing ended: there is no such twin");
            }
            default -> throw new IllegalArgumentException("twins knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private Twin found(String id) {
        return twins.templates().stream()
                .filter(twin -> twin.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find twin '" + id + "'"));
    }

    private static Map<String, @Nullable Object> row(Twin twin) {
        return Rows.row(
                "id", twin.id(),
                "category", twin.category(),
                "description", twin.description());
    }

    private static Map<String, @Nullable Object> row(Twins.Active active) {
        return Rows.row(
                "role", active.roleId(),
                "twin", active.twin().id(),
                "version", active.twin().version(),
                "name", active.twin().name());
    }

    private static Map<String, @Nullable Object> details(Twin twin) {
        return Rows.row(
                "id", twin.id(),
                "name", twin.name(),
                "description", twin.description(),
                "version", twin.version(),
                "category", twin.category(),
                "icon", twin.icon(),
                "color", twin.color(),
                "capabilities", String.join(", ", twin.capabilities()),
                "skills", String.join(", ", twin.skills()),
                "tags", String.join(", ", twin.tags()),
                "system prompt", twin.systemPrompt());
    }
}
