<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>pennyworth::AccountCard</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a balance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told by this service</source>
        <comment>balance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>balance</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::Composer</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Esc): what arrived is kept, with its cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message %1…</source>
        <extracomment>%1 is the name of a model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>The size of the whole prompt, with the conversation so far</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationCard</name>
    <message>
        <source>This conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Per cent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>without %n demonstration request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n request(s) of unknown cost</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationHeader</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show conversations (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pricing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pricing (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationListModel</name>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demo</source>
        <comment>instead of a cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streaming</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <comment>a conversation with a new answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationPane</name>
    <message>
        <source>The key works. It lies in this system&apos;s keychain and nowhere else; %1 answers from now on.</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account holds %1.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::DayBar</name>
    <message>
        <source>One price all day</source>
        <extracomment>%1 is a list of stretches of the day, &quot;01:00–04:00, 06:00–10:00&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dearer hours (UTC): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 h</source>
        <comment>hour of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 h UTC</source>
        <comment>hour of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 UTC: %3</source>
        <extracomment>Two times of day and the name of the price window between them</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::DayGroup</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month as a heading, in the words of QDate::toString: &quot;November 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::EmptyConversation</name>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A built-in demonstration answers. Nothing leaves this computer, nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on this computer answers.</source>
        <extracomment>%1 is the name of a service on this computer, such as Ollama</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers. Its price is at the right, and what each answer costs.</source>
        <extracomment>%1 is the name of a service, such as DeepSeek</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ErrorText</name>
    <message>
        <source>There is no API key for this service yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a key; it is kept in the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key and set it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refuses this request for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what the key may do, or ask the service; another key may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s balance is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up the account, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read its message below; another model or other settings may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is longer than the model can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new conversation or shorten the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers to this request at the service&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; many services want it to end in /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is getting too many requests from this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service failed while it handled the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again; if it stays, look at the service&apos;s status page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service reported an error in the middle of its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived is kept. Continue the answer or send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered does not speak this protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, and whether a proxy or a login page stands in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service ended its answer without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cannot be reached; the request never left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the address, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke after the request had left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has been silent for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s certificate is not trusted, so nothing was sent: neither the key nor the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address. For a company&apos;s own certificate, add it to the system&apos;s certificate store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service points to another address. That is not followed, since the key would go there too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust the new address, enter it for this service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the models that the service offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“pennyworth providers” lists the known ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is known for this model at this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the model&apos;s name, the instant and the currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring or KWallet, or set the key in the environment for this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain gave no key: it is locked, refuses, or holds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain, or set the key again, or set it in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database may not be written, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow writing to its folder, or set PENNYWORTH_HOME to one that may be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was written by a newer Pennyworth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Pennyworth; the database is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it away or restore a backup; Pennyworth does not write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name and what you may do with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is not acceptable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is too large to be counted exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use smaller token counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“pennyworth --help” shows how it is used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::FigureText</name>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>A stretch of time: days and hours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>A stretch of time: hours and minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A stretch of time in minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A stretch of time in seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::KeyPrompt</name>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A built-in demonstration answers until then, and nothing is charged. %1 gives out keys at %2</source>
        <extracomment>%1 is the name of a service, %2 the address of the page where it gives out keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a %1 API key</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the key…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::MainWindow</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide pricing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <extracomment>%1 is the title of a conversation</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>technical detail of an error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageRow</name>
    <message>
        <source>%1 → %2 tokens</source>
        <extracomment>tokens of the prompt → tokens of the answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 cached</source>
        <extracomment>%1 is &quot;1,024 → 768 tokens&quot;; %2 of the prompt&apos;s tokens came from the service&apos;s cache</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <extracomment>tokens per second</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <extracomment>%1 is a duration such as &quot;2 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ModelMenu</name>
    <message>
        <source>Asking for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It offers no model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::PriceCard</name>
    <message>
        <source>Price now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <comment>answered by a service on this computer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs of this model are shown as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input, cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1M tokens</source>
        <comment>unit of the prices above</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weekday rate; this year&apos;s holidays are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <extracomment>Where a price was taken from; %1 is a web address</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::PriceText</name>
    <message>
        <source>peak</source>
        <comment>price window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off-peak</source>
        <comment>price window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <comment>price window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubles in %1 (%2)</source>
        <extracomment>The price; %1 is a stretch of time, %2 a time of day</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halves in %1 (%2)</source>
        <extracomment>The price; %1 is a stretch of time, %2 a time of day</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes in %1 (%2)</source>
        <extracomment>The price; %1 is a stretch of time, %2 a time of day</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ends in %2</source>
        <extracomment>%1 is the name of a price window (&quot;off-peak&quot;), %2 a stretch of time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::PricingPanel</name>
    <message>
        <source>Pricing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / 1M output</source>
        <extracomment>The price of a million output tokens</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply %1</source>
        <extracomment>What the shown reply costs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversation %1</source>
        <extracomment>What the shown conversation costs</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ReplyCard</name>
    <message>
        <source>This reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <extracomment>Tokens a second</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>Tokens of the prompt, then of the answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ReplyText</name>
    <message>
        <source>connecting</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting, alive</source>
        <comment>state of a reply: silent, but the service works on it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinking</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streaming</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 × %3 per 1M</source>
        <extracomment>A line of a calculation: tokens, their kind, price</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cached input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <extracomment>The bounds of a cost</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demo</source>
        <comment>instead of a cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the service reported it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated: the service did not report usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price or no usage is known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ServiceName</name>
    <message>
        <source>Demonstration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::Sidebar</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::Start</name>
    <message>
        <source>There is no display to open a window on. In a terminal, “pennyworth ask --demo” shows what Pennyworth does, and “pennyworth --help” lists its commands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::ThinkingMenu</name>
    <message>
        <source>off</source>
        <comment>thinking</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <comment>thinking</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model does</source>
        <comment>thinking: left to the service</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <comment>thinking effort</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <comment>thinking effort</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <comment>thinking effort</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking: %1</source>
        <extracomment>How hard the model thinks; %1 is one of &quot;off&quot;, &quot;high&quot; and so on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::TokenBar</name>
    <message>
        <source>Tokens: %1 cached input, %2 other input, %3 output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cached</source>
        <comment>kind of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <comment>kind of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <comment>kind of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::Transcript</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <extracomment>ask for another answer to the same prompt</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>let the model go on with an answer that broke off</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up</source>
        <extracomment>add money to the account at the service</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is who speaks, %2 what they say</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pennyworth::cli</name>
    <message>
        <source>There is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 wants %2, not “%3”.</source>
        <comment>%2 is for example: a date such as 2026-11-23</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one word too many; put text with blanks in it into quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an instant such as 2026-11-23T14:00:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date such as 2026-11-23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a currency&apos;s three letters such as USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no prompt on standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service tells no models; name one with --model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation does not end with an interrupted answer of a service that can continue it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pennyworth: %1 Trying again in %2.</source>
        <comment>an error&apos;s sentence and a duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <comment>a conversation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does git bisect find a bug in so few steps?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--temperature wants a number from 0 to 2 of at most two decimals, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--continue needs --conversation ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--continue takes neither a prompt nor --prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROMPT is missing; “-” reads it from standard input, --demo asks a built-in question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--no-store and --conversation exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask a question and print the answer as it arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question, or - to read it from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask the built-in demonstration service; without PROMPT, a built-in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask this service (see “pennyworth providers”); deepseek where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask the OpenAI-compatible service at this address; its key, if any, is PENNYWORTH_API_KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model; the service&apos;s default, or its first, where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the model reasons before it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from 0 to 2; without effect while a model thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end the answer after so many tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is to be JSON; say so in the prompt, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is to begin so (prefix completion)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with this conversation; its settings are the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --conversation: write its interrupted last answer on instead of asking anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep nothing but the figures in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer goes to standard output, reasoning (on a terminal) and figures to standard error. What arrived is kept, also when Ctrl-C or a cut connection ends it.
JSON: conversation, message, provider, model, model_answered, text, reasoning, finish_reason, usage {prompt, cache_hit, cache_miss, completion, reasoning}, cost {amount, currency, source, low, high, price_row}, timings {first_byte_ms, first_token_ms, total_ms}, error {kind, status, message, remedy, charged}. Amounts are exact decimal strings, what is unknown is null.
Exit status: 0 answered, 1 the request failed, 2 wrong usage, 3 the store cannot be used (nothing was sent), 130 interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what an account holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service; deepseek where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the service. Granted money is spent first.
JSON: {provider, available, balances [{currency, total, granted, topped_up}]}.
Exit status: 0 printed, 1 the request failed, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tells no balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRANTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOPPED UP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account cannot pay for requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it on a conversation with the built-in demonstration service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell everything about a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pennyworth – chat with language models and know what it costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PENNYWORTH_HOME names one directory for everything; DEEPSEEK_API_KEY, OPENAI_API_KEY, OPENROUTER_API_KEY and PENNYWORTH_API_KEY (for --base-url) give a key for one run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 the request failed, 2 wrong usage, 3 the store cannot be used, 130 interrupted (what arrived is saved).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing. There are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still being written.</source>
        <comment>an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*Conversation %1, begun %2*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--until must not be before --at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what token counts cost at an instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s name as sent to the service, also a former one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the request was sent, such as 2026-11-23T14:00:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when its answer was complete; at once where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt tokens found in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt tokens not found in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of the answer, reasoning included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the price list: USD (where it is left out) or CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose price list; deepseek where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is exact, at the prices of the instant of completion; low and high are over all prices in force between --at and --until. Asks nobody.
Exit status: 0 printed, 1 no price is known, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“pennyworth list” shows the conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a terminal: “pennyworth key set PROVIDER” reads a key and keeps it in the keychain, and DEEPSEEK_API_KEY gives one for this run. “pennyworth ask --demo” needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration in seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>a duration in days and hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>a duration in hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a duration in minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>where a key is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep API keys in the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set: read a key from standard input and keep it; status: tell which keys there are; forget: remove one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service, for set and forget (see “pennyworth providers”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is never printed and never written to a file. A key in the environment is used first.
JSON: status prints an array of {provider, place: none|environment|keychain|null, variable, error}, set and forget print {provider, place}.
Exit status: 0 done, 1 the keychain does not do it, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is “key set PROVIDER”, “key status” or “key forget PROVIDER”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key for %1 (it is not shown): </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for %1 is kept in the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain holds no key for %1 any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kept conversations, latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON: an array of {conversation, title, provider, model, created, updated, cost [{amount, currency}], unpriced, demonstration, local}; “unpriced” counts requests whose cost nobody knows.
Exit status: 0 printed, 2 wrong usage, 3 the store cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UPDATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no conversations yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the models that a service offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the service. Without a key it asks nobody and prints the models known from the documentation, former ones included.
JSON: an array of {model, name, offered, context_tokens, max_output_tokens, thinking_switch, images, retired}; “offered” is null where the service was not asked.
Exit status: 0 printed, 1 the request failed, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service was not asked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONTEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LONGEST ANSWER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, retired</source>
        <comment>a model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cache price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, served as %2</source>
        <comment>a model&apos;s name and the model that answers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2, until %3 (%4 more)</source>
        <comment>window, instant, instant, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per 1M tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>window, instant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input, cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a model costs at an instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 2026-11-23T14:00:00Z; now where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are per million tokens. Asks nobody: the price book is built in. Nothing is converted between currencies; each has its own list.
Exit status: 0 printed, 1 no price is known, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the services that are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any other OpenAI-compatible service is reached with “pennyworth ask --base-url URL”. Asks nobody.
Exit status: 0 printed, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEFAULT MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>?</source>
        <comment>a token count that is not known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <comment>token counts of a prompt and its answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reported by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not billed</source>
        <comment>a cost of the demonstration service</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cached</source>
        <comment>a count of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of %1 can be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation is with a service that was named by its address; name it again with --base-url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one conversation as Markdown, with its figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation&apos;s number, as “pennyworth list” has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the shown branch, interrupted answers included.
JSON: {conversation, title, created, updated, system, messages [{message, role, status, text, reasoning, provider, model, created, error, requests [{request, attempt, sent, provider, model, model_answered, finish_reason, usage, cost, timings}]}]}, with the parts as “ask” has them.
Exit status: 0 printed, 1 there is no such conversation, 2 wrong usage, 3 the store cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID is a conversation&apos;s number, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--to must not be before --from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--csv and --json exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNPRICED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CACHED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INPUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was spent, from the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first day, such as 2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day, included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what makes a row; day where it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print comma-separated values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for each group and currency; currencies are never added. A day is the local day on which the request was sent. Deleted conversations stay in the sums, the demonstration is in none.
JSON: an array of {group, label, currency, amount, requests, estimated, unpriced, cache_hit, cache_miss, completion}; the same columns with --csv.
Exit status: 0 printed, 2 wrong usage, 3 the store cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was spent in that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print exactly one JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
