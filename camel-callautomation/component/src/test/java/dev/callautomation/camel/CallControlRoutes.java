package dev.callautomation.camel;

import org.apache.camel.builder.RouteBuilder;

import static dev.callautomation.camel.SimulatorTestSupport.AGENT;
import static dev.callautomation.camel.SimulatorTestSupport.APPLICATION;
import static dev.callautomation.camel.SimulatorTestSupport.CUSTOMER;
import static dev.callautomation.camel.SimulatorTestSupport.PHONE;
import static dev.callautomation.camel.SimulatorTestSupport.SUPERVISOR;

/** Every action of call control; the same as routes/call-control.camel.yaml. */
class CallControlRoutes extends RouteBuilder {

    static final String YAML = "classpath:routes/call-control.camel.yaml";

    @Override
    public void configure() {
        from("direct:callPhone")
                .to("callautomation:createCall?target=" + PHONE + "&sourceCallerIdNumber=" + APPLICATION
                        + "&operationContext=order-1001");
        from("direct:callUser").to("callautomation:createCall?target=" + AGENT);
        from("direct:callGroup")
                .to("callautomation:createCall?target=" + PHONE + "," + AGENT + "&sourceCallerIdNumber=" + APPLICATION
                        + "&sourceDisplayName=Contact center");
        from("direct:connectServerCall").to("callautomation:connectCall");
        from("direct:connectRoom").to("callautomation:connectCall?roomId=99445276259151407");
        from("direct:connectGroupCall")
                .to("callautomation:connectCall?groupCallId=b1d7e3c5-2f4a-4b68-8c9d-0e1f2a3b4c5d");
        from("direct:answer").to("callautomation:answerCall?operationContext=order-1001");
        from("direct:rejectAsItIs").to("callautomation:rejectCall");
        from("direct:rejectBusy").to("callautomation:rejectCall?callRejectReason=busy");
        from("direct:rejectForbidden").to("callautomation:rejectCall?callRejectReason=forbidden");
        from("direct:redirectToUser").to("callautomation:redirectCall?target=" + AGENT);
        from("direct:redirectToPhone").to("callautomation:redirectCall?target=" + PHONE);
        from("direct:transferToUser")
                .to("callautomation:transfer?target=" + AGENT + "&operationContext=transfer-1&voipHeader.ticket=4711");
        from("direct:transferToPhone")
                .to("callautomation:transfer?target=" + PHONE
                        + "&userToUser=616263;encoding=hex&sipHeader.X-MS-Custom-ticket=4711");
        from("direct:transferOutOfGroup")
                .to("callautomation:transfer?target=" + SUPERVISOR + "&transferee=" + CUSTOMER);
        from("direct:addUser")
                .to("callautomation:addParticipant?target=" + AGENT
                        + "&operationContext=agent&invitationTimeout=30s&voipHeader.ticket=4711");
        from("direct:addPhone")
                .to("callautomation:addParticipant?target=" + PHONE + "&sourceCallerIdNumber=" + APPLICATION
                        + "&sipHeader.X-MS-Custom-ticket=4711");
        from("direct:cancel").to("callautomation:cancelAddParticipant");
        from("direct:removeUser").to("callautomation:removeParticipant?target=" + AGENT);
        from("direct:muteUser").to("callautomation:muteParticipant?target=" + AGENT);
        from("direct:moveCustomer").to("callautomation:moveParticipants?target=" + CUSTOMER);
        from("direct:hangUp").to("callautomation:hangUp");
        from("direct:hangUpForEveryone").to("callautomation:hangUp?forEveryone=true");
        from("direct:getPhone").to("callautomation:getParticipant?target=" + PHONE);
        from("direct:list").to("callautomation:listParticipants");
        from("direct:properties").to("callautomation:getCallProperties");
    }
}
