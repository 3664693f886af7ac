package tacit.model.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Opens models in the native runtime, which is loaded with the first of them. Thread-safe. */
@Component(service = OnnxRuntime.class)
@Designate(ocd = OnnxRuntime.Config.class)
public final class OnnxRuntime {

    private final int threads;
    private final int longest;

    /** How much of the machine the models may take. */
    @ObjectClassDefinition(name = "Models on this machine", description = "Turn texts into vectors")
    public @interface Config {

        @AttributeDefinition(description = "Threads that work on one text, in [1, 64]")
        int threads() default 1;

        @AttributeDefinition(
                description = "Pieces of a text that are read at most, in [16, 512]; a word is 1 to 3 pieces")
        int longest() default 256;
    }

    @Activate
    public OnnxRuntime(Config config) {
        this(config.threads(), config.longest());
    }

    /** The runtime with so many threads for a text, and so many pieces read of it at most. */
    public OnnxRuntime(int threads, int longest) {
        this.threads = within("threads", threads, 1, 64);
        this.longest = within("longest", longest, 16, 512);
    }

    private static int within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    /**
     * Opens a model that is a resource of this bundle, with its vocabulary.
     *
     * @throws UnsatisfiedLinkError where the machine has no native runtime
     */
    OnnxModel open(String name) throws IOException, OrtException {
        WordPieces pieces;
        try (InputStream tokenizer = resource(name + "-tokenizer.json")) {
            pieces = new WordPieces(Vocabulary.read(tokenizer), longest);
        }
        Path file = Files.createTempFile("tacit-", ".onnx");
        try (InputStream model = resource(name + ".onnx")) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "tacit");
            return new OnnxModel(environment, session(environment, file), pieces);
        } finally {
            Files.delete(file);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream content = OnnxRuntime.class.getClassLoader().getResourceAsStream(name);
        if (content == null) {
            throw new IOException("'" + name + "' is not in the bundle");
        }
        return content;
    }

    /** Without spinning and arenas: they make it a little faster and keep a core and memory for themselves. */
    private OrtSession session(OrtEnvironment environment, Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(file.toString(), options);
        }
    }
}
