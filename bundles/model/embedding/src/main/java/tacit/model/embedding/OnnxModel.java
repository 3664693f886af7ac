package tacit.model.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A loaded model: one text in, one vector out. Texts go one by one, because the quantised models scale what they read by
 * everything in a batch, so that a vector would depend on its neighbours. Thread-safe.
 */
final class OnnxModel implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    OnnxModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    float[] embed(String text) {
        long[][] numbers = {pieces.of(text)};
        long[][] ones = {new long[numbers[0].length]};
        Arrays.fill(ones[0], 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, numbers);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][numbers[0].length])) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            inputs.put("token_type_ids", types);
            inputs.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(inputs)) {
                return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), numbers[0].length);
            }
        } catch (OrtException broken) {
            throw new IllegalStateException("Cannot embed a text: " + broken.getMessage(), broken);
        }
    }

    /** The mean over all pieces, of length 1. */
    private static float[] mean(FloatBuffer states, int rows) {
        int width = states.remaining() / rows;
        float[] sum = new float[width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                sum[column] += states.get();
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
        for (int column = 0; column < width; column++) {
            sum[column] *= scale;
        }
        return sum;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException("Cannot close a model: " + broken.getMessage(), broken);
        }
    }
}
