package tacit.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Recording;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.FailureTemplates;
import tacit.api.learn.Finding;
import tacit.api.learn.Impact;

/** Classes of plugins are neither carried nor kept. */
class PluginTypesTest {

    private static final int COLLECTIONS = 50;

    private final JsonCalls calls = new JsonCalls();

    /** A record of a plugin. */
    public record PluginRecord(String text) {}

    /** An interface as no role may be. */
    public interface Unfit {

        void take(PluginRecord argument);

        List<PluginRecord> give();

        List<?> anything();

        Thread thread();
    }

    @Test
    void refusesMethodsWithTypesThatAreNeitherOfTheApiNorKnown() {
        String plugin = PluginRecord.class.getName();
        for (Method method : Unfit.class.getMethods()) {
            String named = method.getName().equals("thread") ? "java.lang.Thread" : plugin;
            if (method.getName().equals("anything")) {
                calls.check(method);
            } else {
                assertThatThrownBy(() -> calls.check(method))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("Cannot carry " + named);
            }
        }
    }

    @Test
    void refusesAClassOfAnotherLoaderWhateverItsName() throws ClassNotFoundException {
        Class<?> twin = new OwnLoader(Impact.class).loadClass(Impact.class.getName());

        assertThat(twin).isNotEqualTo(Impact.class);
        assertThatThrownBy(() -> new Forms().of(twin)).hasMessageContaining("Cannot carry tacit.api.learn.Impact");
    }

    @Test
    void refusesAnAnswerThatHoldsAnotherClassAndNamesIt() {
        Object detector = Proxy.newProxyInstance(
                FailureDetector.class.getClassLoader(),
                new Class<?>[] {FailureDetector.class},
                (self, method, given) -> List.of(new PluginRecord("hidden")));
        String trace = "{\"trace\":{\"id\":\"t\",\"workspaceId\":\"w\",\"sessionId\":\"s\",\"status\":\"COMPLETED\","
                + "\"outcome\":{\"label\":\"UNKNOWN\"},\"attributes\":{}},\"spans\":[]}";

        assertThatThrownBy(() -> calls.ask(detector, FailureDetector.class, "detect(RecordedTrace)", "[" + trace + "]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value must be " + Finding.class.getName() + ", got " + PluginRecord.class.getName());
    }

    @Test
    void refusesAnArgumentOfAnotherClassAndNamesIt() {
        Method template = Signature.find(FailureTemplates.class, "template(String,String)");
        Recording recording = calls.record(template, new Object[] {new PluginRecord("hidden"), null});

        assertThatThrownBy(recording::inputs)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value must be java.lang.String, got " + PluginRecord.class.getName());
    }

    @Test
    void refusesTooFewArguments() {
        Method template = Signature.find(FailureTemplates.class, "template(String,String)");

        assertThatThrownBy(() -> calls.record(template, new Object[] {"a"}))
                .hasMessage("arguments must be 2 for template(String,String), got 1");
    }

    @Test
    void forgetsTheLoaderOfAProvider() throws Exception {
        WeakReference<ClassLoader> loader = askedAndDropped();

        for (int i = 0; i < COLLECTIONS && loader.get() != null; i++) {
            System.gc();
        }

        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> askedAndDropped() throws ReflectiveOperationException {
        ClassLoader loader = new OwnLoader(PluginTemplates.class, PluginTemplates.PluginException.class);
        Object provider = loader.loadClass(PluginTemplates.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        // more often than it takes until reflection makes a class of its own for the call
        for (int i = 0; i < 100; i++) {
            String answer = calls.ask(provider, FailureTemplates.class, "template(String,String)", "[\"a\",null]");
            String thrown = calls.ask(provider, FailureTemplates.class, "template(String,String)", "[\"\",null]");

            assertThat(answer).isEqualTo("\"A\"");
            assertThat(thrown)
                    .isEqualTo("{\"thrown\":\"" + PluginTemplates.class.getName() + "$PluginException: empty\"}");
        }
        return new WeakReference<>(loader);
    }
}
