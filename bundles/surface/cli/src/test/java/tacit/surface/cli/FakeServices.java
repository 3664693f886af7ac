package tacit.surface.cli;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import tacit.api.command.Command;

/** One registered command that counts how often it was made. */
final class FakeServices implements ComponentServiceObjects<Command> {

    private final Command command;
    private final Map<String, Object> properties;
    private int made;
    private int open;

    FakeServices(Command command, Map<String, Object> properties) {
        this.command = command;
        this.properties = properties;
    }

    @Override
    public Command getService() {
        made++;
        open++;
        return command;
    }

    @Override
    public void ungetService(Command service) {
        open--;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ServiceReference<Command> getServiceReference() {
        return (ServiceReference<Command>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> properties.get(arguments[0]));
    }

    int made() {
        return made;
    }

    int open() {
        return open;
    }
}
