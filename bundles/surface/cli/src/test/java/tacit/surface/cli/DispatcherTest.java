package tacit.surface.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.command.Console;

class DispatcherTest {

    private final CapturedConsole captured = new CapturedConsole();

    @Test
    void runsTheVerbWithItsArgumentsAndAnswersItsCode() {
        FakeServices echo = named("echo", 7);

        int code = new Dispatcher(List.of(echo)).applyAsInt(call("echo", "a", "b"));

        assertThat(code).isEqualTo(7);
        assertThat(captured.out()).contains("echo [a, b]");
        assertThat(echo.open()).isZero();
    }

    @Test
    void printsTheUsageOfAVerbAndDoesNotRunIt() {
        int code = new Dispatcher(List.of(named("echo", 7))).applyAsInt(call("echo", "--help"));

        assertThat(code).isEqualTo(Command.OK);
        assertThat(captured.out()).isEqualToIgnoringNewLines("Usage: tacit echo");
    }

    @Test
    void makesNoOtherVerb() {
        FakeServices learn = named("learn", 0);
        FakeServices compare = named("compare", 0);

        new Dispatcher(List.of(learn, compare)).applyAsInt(call("compare"));

        assertThat(learn.made()).isZero();
    }

    @Test
    void asksAVerbWithoutThePropertyForItsName() {
        FakeServices plain = new FakeServices(new Echo("plain", 0), Map.of());

        assertThat(new Dispatcher(List.of(plain)).applyAsInt(call("plain"))).isZero();
        assertThat(plain.open()).isZero();
    }

    @Test
    void refusesAnUnknownVerbAndNamesTheKnown() {
        int code = new Dispatcher(List.of(named("learn", 0), named("compare", 0))).applyAsInt(call("lern"));

        assertThat(code).isEqualTo(Command.FAILED);
        assertThat(captured.err())
                .contains(
                        "Cannot run 'lern': no bundle offers it, they offer compare, learn; ./tacit help lists every verb");
    }

    @Test
    void turnsAnExceptionIntoItsReason() {
        Command failing = new Echo("fail", 0) {
            @Override
            public int run(List<String> arguments, Console console) {
                throw new IllegalArgumentException("PATH must exist, got 'x'");
            }
        };
        FakeServices services = new FakeServices(failing, Map.of(Command.NAME, "fail"));

        int code = new Dispatcher(List.of(services)).applyAsInt(call("fail"));

        assertThat(code).isEqualTo(Command.FAILED);
        assertThat(captured.err()).contains("PATH must exist, got 'x'");
        assertThat(services.open()).isZero();
    }

    private static FakeServices named(String name, int code) {
        return new FakeServices(new Echo(name, code), Map.of(Command.NAME, name));
    }

    private Map<String, Object> call(String name, String... arguments) {
        return Map.of(
                "name",
                name,
                "arguments",
                List.of(arguments),
                "out",
                captured.outStream(),
                "err",
                captured.errStream(),
                "terminal",
                false,
                "width",
                80,
                "cwd",
                "/");
    }

    private static class Echo implements Command {

        private final String name;
        private final int code;

        Echo(String name, int code) {
            this.name = name;
            this.code = code;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String usage() {
            return name;
        }

        @Override
        public int run(List<String> arguments, Console console) {
            console.out().println(name + " " + arguments);
            return code;
        }
    }
}
