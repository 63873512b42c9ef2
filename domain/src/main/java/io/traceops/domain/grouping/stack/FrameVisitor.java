package io.traceops.domain.grouping.stack;

/** Receives the frames of one stack, the place of the failure first. */
interface FrameVisitor {
    /**
     * @param place the module, class path or file of the frame, normalised; empty if the runtime printed none
     * @param function the function of the frame, normalised; empty if the runtime printed none
     * @param inApp false if the frame belongs to the runtime, a framework or a package folder
     * @param raw the text that the runtime printed for this frame, for the explanation
     * @return true to see the next frame, false to stop
     */
    boolean frame(String place, String function, boolean inApp, String raw);
}
