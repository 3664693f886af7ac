package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.harness.Role;

/** Commands on the host itself. */
@Component(
        service = HostCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=shutdown", "osgi.command.function=services"})
public final class HostCommands {

    private final BundleContext context;
    private final AuditLog audit;

    @Activate
    public HostCommands(BundleContext context, @Reference AuditLog audit) {
        this.context = context;
        this.audit = audit;
    }

    @Descriptor("stops the host: calls under way end first, nothing is lost")
    public void shutdown(CommandSession session) throws BundleException {
        audit.write(Words.OPERATOR, "host.shutdown", "host", Map.of());
        session.getConsole().println("Tacit is stopping");
        context.getBundle(0).stop();
    }

    @Descriptor("lists services: their interfaces, the bundle that offers them, who uses them")
    public void services(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("only interfaces with this in their name; none for all") String... part)
            throws InvalidSyntaxException {
        ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
        List<Map<String, @Nullable Object>> rows = Stream.of(all == null ? new ServiceReference<?>[0] : all)
                .sorted()
                .map(HostCommands::row)
                .filter(row -> Stream.of(part).allMatch(String.valueOf(row.get("interfaces"))::contains))
                .toList();
        new Printer(session).print(new Rows(rows, 0, rows.size()), json);
    }

    private static Map<String, @Nullable Object> row(ServiceReference<?> service) {
        Bundle[] users = service.getUsingBundles();
        return Rows.row(
                "service", service.getProperty(Constants.SERVICE_ID),
                "interfaces", String.join(" ", (String[]) service.getProperty(Constants.OBJECTCLASS)),
                "role", service.getProperty(Role.FACADE),
                "bundle",
                        service.getBundle() == null ? null : service.getBundle().getSymbolicName(),
                "users", users == null ? 0 : users.length);
    }
}
