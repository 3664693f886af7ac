package tacit.surface.gateway;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the port beyond this machine, in the same server; there only where {@link Outside} is configured. */
@Component(configurationPid = "tacit.surface.gateway.Outside", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OutsideConnector implements ConnectorFactory {

    private static final Logger log = LoggerFactory.getLogger(OutsideConnector.class);

    private final Gateway gateway;
    private final Outside outside;

    @Activate
    public OutsideConnector(@Reference Gateway gateway, @Reference Outside outside) {
        this.gateway = gateway;
        this.outside = outside;
    }

    @Override
    public Connector createConnector(Server server) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // Which names are right is asked of the certificate for each call, so that the answer says why not
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls(), "http/1.1"), new HttpConnectionFactory(configuration));
        connector.setHost(outside.host());
        connector.setPort(outside.port());
        connector.setIdleTimeout(gateway.idle().toMillis());
        log.info("Tacit listens beyond this machine, with TLS and for holders of tokens, on port {}", outside.port());
        return connector;
    }

    private SslContextFactory.Server tls() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(outside.keys());
        tls.setKeyStorePassword(outside.password());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return tls;
    }
}
