package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;

/** Commands on the host itself. */
@Component(
        service = HostCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=shutdown"})
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
}
