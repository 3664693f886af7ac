package tacit.surface.gateway;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the port for OTLP exporters beside the API's, in the same server, and makes the server's own errors readable. */
@Component
public final class OtlpConnector implements ConnectorFactory {

    private final Gateway gateway;

    @Activate
    public OtlpConnector(@Reference Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Connector createConnector(Server server) {
        server.setErrorHandler(new ProblemPages());
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(gateway.host());
        connector.setPort(gateway.otlpPort());
        connector.setIdleTimeout(gateway.idle().toMillis());
        return connector;
    }
}
