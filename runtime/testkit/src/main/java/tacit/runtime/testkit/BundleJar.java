package tacit.runtime.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the jar of a bundle in memory: of classes of the test, of source text, of components and of any header. The same
 * calls make the same bytes.
 */
public final class BundleJar {

    private static final Pattern FOREIGN = Pattern.compile("(tacit/api/\\w+|org/osgi(?:/[a-z]+)+|org/slf4j)/[A-Z]");
    private static final String COMPONENTS = "OSGI-INF/";

    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final SortedSet<String> components = new TreeSet<>();

    private BundleJar() {}

    /** Begins a bundle that exports nothing and imports what of the API, OSGi and SLF4J its classes name. */
    public static BundleJar named(String symbolicName, String version) {
        return new BundleJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", symbolicName)
                .header("Bundle-Version", version)
                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
    }

    /** Begins with the headers and entries of a jar. */
    public static BundleJar from(byte[] jar) {
        BundleJar copy = new BundleJar();
        try (JarInputStream content = new JarInputStream(new ByteArrayInputStream(jar))) {
            if (content.getManifest() == null) {
                throw new IllegalArgumentException("jar must begin with a manifest");
            }
            content.getManifest()
                    .getMainAttributes()
                    .forEach((name, value) -> copy.header(name.toString(), value.toString()));
            for (JarEntry entry = content.getNextJarEntry(); entry != null; entry = content.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    copy.entries.put(entry.getName(), content.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a jar: " + e.getMessage(), e);
        }
        return copy;
    }

    /** The jar of a bundle of the class path, by a class in it. */
    public static byte[] of(Class<?> type) {
        return ClassPathBundle.of(type).jar();
    }

    /** The jar of a bundle of the class path, by its symbolic name. */
    public static byte[] ofBundle(String symbolicName) {
        return ClassPathBundle.named(symbolicName).jar();
    }

    /** Sets a header of the manifest, in place of what is there. */
    public BundleJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a class of the class path, without those nested in it. */
    public BundleJar type(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream content = type.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalArgumentException("type must be a class file, got '" + path + "'");
            }
            entries.put(path, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + path + "': " + e.getMessage(), e);
        }
        return this;
    }

    /** Adds a class from its source text, with those nested in it; all sources are compiled together. */
    public BundleJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    public BundleJar resource(String path, String text) {
        entries.put(path, text.getBytes(UTF_8));
        return this;
    }

    /** Adds a component by its description. */
    public BundleJar component(String name, String xml) {
        components.add(COMPONENTS + name + ".xml");
        return resource(COMPONENTS + name + ".xml", xml);
    }

    /** Adds a component without references that fills a role; its PID is its class name. */
    public BundleJar provider(String role, Class<?> type, String className) {
        return component(className, """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <property name="tacit.role" type="String" value="%2$s"/>
                  <service><provide interface="%3$s"/></service>
                  <implementation class="%1$s"/>
                </scr:component>
                """.formatted(className, role, type.getName()));
    }

    /** Makes the jar. */
    public byte[] bytes() {
        Map<String, byte[]> content = new TreeMap<>(entries);
        if (!sources.isEmpty()) {
            content.putAll(JavaSources.compile(sources));
        }
        Map<String, String> all = new TreeMap<>(headers);
        if (!components.isEmpty()) {
            all.putIfAbsent("Service-Component", String.join(",", components));
        }
        String imports = imports(content);
        if (!imports.isEmpty()) {
            all.putIfAbsent("Import-Package", imports);
        }
        return JarBytes.of(manifest(all), content);
    }

    private static String imports(Map<String, byte[]> content) {
        SortedSet<String> packages = new TreeSet<>();
        content.forEach((path, bytes) -> {
            Matcher names = FOREIGN.matcher(path.endsWith(".class") ? new String(bytes, ISO_8859_1) : "");
            while (names.find()) {
                packages.add(names.group(1).replace('/', '.'));
            }
        });
        return packages.stream()
                .map(name -> name.startsWith("tacit.") ? name + ";version=\"[1.0,2)\"" : name)
                .collect(Collectors.joining(","));
    }

    private static Manifest manifest(Map<String, String> headers) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(attributes::putValue);
        return manifest;
    }
}
