package tacit.runtime.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Repeats the properties of one service on another that stands for it. */
public final class ServiceProperties {

    /** Given by the framework and the component runtime to each service anew. */
    private static final Set<String> OWN = Set.of(
            Constants.OBJECTCLASS,
            Constants.SERVICE_ID,
            Constants.SERVICE_BUNDLEID,
            Constants.SERVICE_SCOPE,
            "component.id");

    private ServiceProperties() {}

    /** Answers all but what belongs to the one service itself. */
    public static Map<String, Object> of(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            if (!OWN.contains(key)) {
                properties.put(key, reference.getProperty(key));
            }
        }
        return properties;
    }
}
