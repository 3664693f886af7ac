package tacit.runtime.testkit;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java source text in memory, against the class path of the test. */
final class JavaSources {

    private JavaSources() {}

    /**
     * Compiles sources that may refer to each other.
     *
     * @param sources class name to source text
     * @return the class files by their path in a jar
     */
    static Map<String, byte[]> compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<SourceText> units = sources.entrySet().stream()
                .map(source -> new SourceText(source.getKey(), source.getValue()))
                .toList();
        try (Outputs outputs = new Outputs(compiler.getStandardFileManager(null, null, null))) {
            boolean compiled = compiler.getTask(complaints, outputs, null, options(), null, units)
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException("sources must compile: " + complaints);
            }
            return outputs.classes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compile: " + e.getMessage(), e);
        }
    }

    private static List<String> options() {
        String classPath = ClassPathBundle.all().values().stream()
                .map(ClassPathBundle::place)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("--release", "17", "-proc:none", "-classpath", classPath);
    }

    private static final class SourceText extends SimpleJavaFileObject {

        private final String text;

        SourceText(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassBytes extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassBytes(String path) {
            super(URI.create("memory:///" + path), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps what the compiler makes in memory; the rest comes from the class path. */
    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ClassBytes> made = new TreeMap<>();

        Outputs(JavaFileManager inputs) {
            super(inputs);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String path = className.replace('.', '/') + kind.extension;
            return made.computeIfAbsent(path, ClassBytes::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            made.forEach((path, content) -> classes.put(path, content.bytes.toByteArray()));
            return classes;
        }
    }
}
