package bg.telenor.launcher.demo;

/** One step of the journey. */
interface Step {

    String title();

    /**
     * Takes the step.
     *
     * @throws StepFailed when it does not come to what it should
     */
    void run(Shop shop, Customer customer);
}
