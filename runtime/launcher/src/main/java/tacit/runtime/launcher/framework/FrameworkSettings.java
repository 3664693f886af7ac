package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tacit.runtime.launcher.data.DataDirectory;

/** The properties that the framework and the libraries in it are started with. */
final class FrameworkSettings {

    private FrameworkSettings() {}

    static Map<String, String> of(Distribution distribution, DataDirectory data, int level) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("org.osgi.framework.storage", cache(data, "bundles").toString());
        settings.put("org.osgi.framework.bsnversion", "multiple");
        settings.put("org.osgi.framework.startlevel.beginning", String.valueOf(level));
        settings.put("org.osgi.framework.system.packages.extra", SystemPackages.header());
        settings.put("felix.resolver.parallelism", "1");
        settings.put("felix.shutdown.hook", "false");
        settings.put("felix.log.level", "0");
        // Felix HTTP waits for the port that the gateway tells it, and opens none of its own before
        settings.put("org.apache.felix.http.require.config", "true");
        settings.put("felix.cm.dir", configurations(data).toString());
        settings.put("ds.loglevel", "warn");
        settings.put("gosh.home", distribution.root().toString());
        settings.put("gosh.args", "--nohistory");
        settings.put("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");
        settings.put(
                "org.ops4j.pax.logging.StaticLogbackFile",
                logging(distribution, data).toString());
        return settings;
    }

    static Path configurations(DataDirectory data) {
        return cache(data, "configurations");
    }

    private static Path cache(DataDirectory data, String name) {
        return data.frameworkCache().resolve(name);
    }

    private static Path logging(Distribution distribution, DataDirectory data) {
        Path own = data.settings().resolve("logback.xml");
        return Files.exists(own) ? own : distribution.settings().resolve("logback.xml");
    }
}
