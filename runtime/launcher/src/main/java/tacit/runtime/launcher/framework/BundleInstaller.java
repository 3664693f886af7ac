package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Installs jars at their start levels and marks them for start; one that is refused leaves the others alone. */
final class BundleInstaller {

    private final BundleContext context;
    private final List<Problem> problems;

    BundleInstaller(BundleContext context, List<Problem> problems) {
        this.context = context;
        this.problems = problems;
    }

    void install(Map<Integer, List<Path>> byLevel) {
        byLevel.forEach((level, jars) -> jars.forEach(jar -> install(jar, level)));
    }

    private void install(Path jar, int level) {
        String name = jar.getFileName().toString();
        try (InputStream content = Files.newInputStream(jar)) {
            Bundle bundle = context.installBundle("tacit:" + level + "/" + name, content);
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                throw new BundleException("it has no Bundle-SymbolicName, so it is a plain jar");
            }
            start(bundle, level);
        } catch (IOException | BundleException refused) {
            problems.add(new Problem("bundle '" + name + "'", "was not installed: " + Causes.words(refused)));
        }
    }

    private static void start(Bundle bundle, int level) throws BundleException {
        bundle.adapt(BundleStartLevel.class).setStartLevel(level);
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            // The framework stands below the bundle's level: this only notes that it is to be started.
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }
}
