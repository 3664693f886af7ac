package tacit.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoppableTemplatesTest {

    @Test
    void answersAsTheProviderThatItWraps() {
        StoppableTemplates templates = new StoppableTemplates();
        templates.activate(Map.of("longest", 20));

        assertThat(templates.template("hen 12 died", null)).isEqualTo("hen <n> died");
        assertThat(templates.template("hen ".repeat(9), null)).hasSize(20);
    }

    @Test
    void refusesToAnswerOnceItIsStopped() {
        StoppableTemplates templates = new StoppableTemplates();
        templates.activate(Map.of());

        templates.deactivate();

        assertThatThrownBy(() -> templates.template("hen", null)).hasMessage("Cannot answer: the provider was stopped");
    }

    @Test
    void aConsumerRefusesOnceItIsStopped() {
        StaticConsumer consumer = new StaticConsumer((message, input) -> message);
        assertThat(consumer.apply("hen", "")).isEqualTo("hen");

        consumer.deactivate();

        assertThatThrownBy(() -> consumer.apply("hen", "")).hasMessage("Cannot answer: the consumer was stopped");
    }
}
