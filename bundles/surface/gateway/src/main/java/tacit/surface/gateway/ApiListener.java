package tacit.surface.gateway;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells Felix HTTP to open the API's port, once everything that answers there is registered. */
@Component(service = ApiListener.class, immediate = true)
public final class ApiListener {

    private static final String FELIX_HTTP = "org.apache.felix.http";

    private final Configuration configuration;

    @Activate
    public ApiListener(
            @Reference Gateway gateway,
            @Reference(target = "(component.name=tacit.surface.gateway.OtlpConnector)") ConnectorFactory otlp,
            @Reference(target = "(component.name=tacit.surface.gateway.GatewayServlet)") Servlet servlet,
            @Reference ConfigurationAdmin admin)
            throws IOException {
        configuration = admin.getConfiguration(FELIX_HTTP, "?");
        configuration.update(FrameworkUtil.asDictionary(settings(gateway)));
    }

    @Deactivate
    void close() throws IOException {
        configuration.delete();
    }

    static Map<String, Object> settings(Gateway gateway) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("org.apache.felix.http.host", gateway.host());
        settings.put("org.osgi.service.http.port", gateway.apiPort());
        settings.put("org.apache.felix.http.enable", true);
        settings.put("org.apache.felix.https.enable", false);
        settings.put(
                "org.apache.felix.http.timeout", Math.toIntExact(gateway.idle().toMillis()));
        settings.put("org.apache.felix.http.jetty.threadpool.max", gateway.threads());
        settings.put("org.apache.felix.http.jetty.acceptors", 1);
        settings.put("org.apache.felix.http.jetty.selectors", 1);
        settings.put("org.apache.felix.http.jetty.headerBufferSize", 16_384);
        settings.put("org.apache.felix.http.jetty.sendServerHeader", false);
        settings.put("org.apache.felix.jetty.stopTimeout", 2_000L);
        return settings;
    }
}
