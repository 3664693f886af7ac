package tacit.bench.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VMeasureTest {

    /** The values that scikit-learn documents for these labellings. */
    @ParameterizedTest
    @CsvSource({
        "0 0 1 1, 0 0 1 1, 1.0, 1.0, 1.0",
        "0 0 1 1, 1 1 0 0, 1.0, 1.0, 1.0",
        "0 0 1 2, 0 0 1 1, 0.8, 0.6667, 1.0",
        "0 1 2 3, 0 0 1 1, 0.6667, 0.5, 1.0",
        "0 0 1 1, 0 0 1 2, 0.8, 1.0, 0.6667",
        "0 0 1 1, 0 1 2 3, 0.6667, 1.0, 0.5",
        "0 0 0 0, 0 1 2 3, 0.0, 1.0, 0.0",
        "0 0 1 1, 0 0 0 0, 0.0, 0.0, 1.0"
    })
    void agreesWithPublishedValues(
            String labels, String clusters, double value, double homogeneity, double completeness) {
        VMeasure measure = VMeasure.of(items(labels, clusters));

        assertThat(measure.value()).isEqualTo(value, within(1e-4));
        assertThat(measure.homogeneity()).isEqualTo(homogeneity, within(1e-4));
        assertThat(measure.completeness()).isEqualTo(completeness, within(1e-4));
    }

    @Test
    void isPerfectWhereThereIsOneClassInOneCluster() {
        assertThat(VMeasure.of(items("0 0", "1 1")).value()).isEqualTo(1);
    }

    private static List<VMeasure.Item> items(String labels, String clusters) {
        String[] label = labels.split(" ", -1);
        String[] cluster = clusters.split(" ", -1);
        List<VMeasure.Item> items = new ArrayList<>();
        for (int i = 0; i < label.length; i++) {
            items.add(new VMeasure.Item(label[i], cluster[i]));
        }
        return items;
    }
}
