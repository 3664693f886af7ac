package tacit.api.model;

import org.jspecify.annotations.Nullable;

/**
 * The model that shall be used. Immutable.
 *
 * @param model its id, as the model's server knows it; null when nothing is set and the caller named none
 * @param chosen whether the harness says so; false for the caller's own. Never true without a model
 * @param reason why, in one sentence for people; never blank
 */
public record ModelAnswer(@Nullable String model, boolean chosen, String reason) {

    public ModelAnswer {
        if (model != null && (model.isBlank() || model.length() > ModelQuestion.LONGEST)) {
            throw new IllegalArgumentException(
                    "model must have 1 to " + ModelQuestion.LONGEST + " characters, got " + model.length());
        }
        if (chosen && model == null) {
            throw new IllegalArgumentException("model must be given where one is chosen");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must not be blank");
        }
    }

    /** A model that the harness says. */
    public static ModelAnswer of(String model, String reason) {
        return new ModelAnswer(model, true, reason);
    }

    /** Nothing is set: the caller goes on with its own. */
    public static ModelAnswer own(@Nullable String model) {
        return new ModelAnswer(model, false, "No model is set for it: the caller's own");
    }
}
