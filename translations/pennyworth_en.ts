<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>pennyworth::ConversationCard</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %n demonstration request(s)</source>
        <translation>
            <numerusform>without %n demonstration request</numerusform>
            <numerusform>without %n demonstration requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n request(s) of unknown cost</source>
        <translation>
            <numerusform>and %n request of unknown cost</numerusform>
            <numerusform>and %n requests of unknown cost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::DataPage</name>
    <message numerus="yes">
        <source>All conversations and figures move to a trash beside them, with the next start; they can be brought back for %n day(s). Settings stay, and keys stay in the keychain until they are forgotten under Services.</source>
        <translation>
            <numerusform>All conversations and figures move to a trash beside them, with the next start; they can be brought back for %n day. Settings stay, and keys stay in the keychain until they are forgotten under Services.</numerusform>
            <numerusform>All conversations and figures move to a trash beside them, with the next start; they can be brought back for %n days. Settings stay, and keys stay in the keychain until they are forgotten under Services.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::EstimateLine</name>
    <message numerus="yes">
        <source>The answer: %1 to %2 tokens, as eight of ten of the last %n replies of this model, thinking included.</source>
        <extracomment>%1 and %2 are numbers of tokens</extracomment>
        <translation>
            <numerusform>The answer: %1 to %2 tokens, as the one earlier reply of this model, thinking included.</numerusform>
            <numerusform>The answer: %1 to %2 tokens, as eight of ten of the last %n replies of this model, thinking included.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::MainWindow</name>
    <message numerus="yes">
        <source>Moved %n conversation(s) to the Trash.</source>
        <translation>
            <numerusform>Moved %n conversation to the Trash.</numerusform>
            <numerusform>Moved %n conversations to the Trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageCommands</name>
    <message numerus="yes">
        <source>Deleted %n message(s)</source>
        <translation>
            <numerusform>Deleted a message</numerusform>
            <numerusform>Deleted %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::ServiceForm</name>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <extracomment>%n models; %1 is a time such as &quot;0.42 s&quot;</extracomment>
        <translation>
            <numerusform>It works: %n model, in %1.</numerusform>
            <numerusform>It works: %n models, in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::TrashWindow</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the text of %n conversation(s) for ever?</source>
        <translation>
            <numerusform>Delete the text of %n conversation for ever?</numerusform>
            <numerusform>Delete the text of %n conversations for ever?</numerusform>
        </translation>
    </message>
</context>
</TS>
