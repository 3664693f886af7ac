package tacit.runtime.itest.contract;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.harness.Role;
import tacit.runtime.testkit.Configurations;

/**
 * A component that fills a role, as its bundle describes it.
 *
 * @param role as the component names it, such as {@code memory-source/curated}
 * @param type the role's interface
 * @param implementation the component's class
 */
record Provider(String role, Class<?> type, Class<?> implementation) {

    /** Roles beside the memory belong to it as far as somebody knows what to ask of them. */
    private static final Scenes SCENES = new Scenes();

    private static final Map<String, Object> ON = Map.of("enabled", true);

    private static final Pattern ROLE = Pattern.compile("name=\"tacit\\.role\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CLASS = Pattern.compile("<implementation class=\"([^\"]+)\"");
    private static final Pattern PROVIDED = Pattern.compile("<provide interface=\"([^\"]+)\"");

    /** All on the class path whose role belongs to the memory. */
    static List<Provider> ofTheMemory() throws IOException {
        List<Provider> providers = new ArrayList<>();
        ClassLoader loader = Provider.class.getClassLoader();
        for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
            for (String file : components(manifest)) {
                add(new URL(manifest.toString().replace("META-INF/MANIFEST.MF", file)), providers);
            }
        }
        return providers;
    }

    /** The family of its role, by which questions come. */
    String family() {
        return role.replaceFirst("/.*", "");
    }

    /** Made as Declarative Services make it, switched on, and else with its default settings. */
    Object made(Function<Class<?>, Object> services) {
        Constructor<?> constructor = Arrays.stream(implementation.getConstructors())
                .filter(candidate ->
                        Arrays.stream(candidate.getParameterTypes()).noneMatch(Provider::isNoService))
                .findFirst()
                .orElseThrow();
        try {
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(type -> type.isAnnotation() ? Configurations.of(type, ON) : services.apply(type))
                    .toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("Cannot make " + implementation, e);
        }
    }

    private static boolean isNoService(Class<?> type) {
        return type.isPrimitive() || type.isArray();
    }

    private static List<String> components(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            String files = new Manifest(in).getMainAttributes().getValue("Service-Component");
            return files == null ? List.of() : Arrays.asList(files.split(",", -1));
        }
    }

    private static void add(URL component, List<Provider> providers) throws IOException {
        try (InputStream in = component.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher role = ROLE.matcher(text);
            Matcher provided = PROVIDED.matcher(text);
            if (!role.find() || !provided.find()) {
                return;
            }
            Class<?> type = named(provided.group(1));
            if (type.isAnnotationPresent(Role.class) && isOfTheMemory(type)) {
                Matcher implementation = CLASS.matcher(text);
                if (!implementation.find()) {
                    throw new IllegalStateException("Cannot read " + component + ": it names no class");
                }
                providers.add(new Provider(role.group(1), type, named(implementation.group(1))));
            }
        }
    }

    private static boolean isOfTheMemory(Class<?> type) {
        return type.getPackageName().matches("tacit\\.api\\.(memory|recall)") || SCENES.has(type);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return role;
    }
}
