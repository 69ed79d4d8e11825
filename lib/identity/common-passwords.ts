/**
 * The words that people build passwords of: the most used ones of many leaks, with what Germans and Italians use.
 * From the password list of @zxcvbn-ts/language-common 4.1.3 (MIT, © Dan Wheeler, Dropbox and zxcvbn-ts), its words of
 * five letters and more; digits and signs around them are the business of password-rule.ts.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
aardvark aaron abigail access accesso accord action adidas admin administrator adrian africa agosto airborne airforce airplane alabama alaska albert
alberto aleksandr alexander alexis alfred alicia alison allison alpha alpine always alyssa amanda amateur amber america american amore amoremio anakin
anderson andre andrea andreas andrei andrew andrey angel angela angelina angelo angels animal anmeldung anthony anton antonio anything apache apitoken
apollo apple apples april aprile aragorn archie arizona arnold arsenal arthur artist asdasd asdfasdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdzxc
ashley assass assassin assman athena atlanta atlantis audrey august aurora austin autumn autunno avalon avatar avrillavigne awesome azerty babes
babydoll babygirl babylon badass badboy badger bailey baller balls bambam banana bandit banshee barbara barbie barcelona barney baseball basket
basketball bassman batman baxter bayern beach beagle beatles beauty beaver beavis beetle benjamin benson benutzer benvenuto berlin bernard bernie
bertha bianca bigboy bigdaddy bigdog bigfoot biggie bigmac bigman bigone bigred billy billybob birdie birthday biscuit bishop biteme blabla black
blackcat blackie blades blahblah blaster blazer blessed blizzard blonde blondie bluebird bluemoon bluesky bobafett bobbob bobby bobcat boeing bomber
bonehead bonnie booger boogie boomer booty boston bowling bradley brandi brandon brandy braves brazil brenda brian brianna britney brittany bronco
broncos brooke brooklyn brooks brother brown brownie browns bruce bruins brutus bubba bubble bubbles buckeye buckeyes buddha buddy budlight buffalo
bulldog bulldogs bullet bunny buongiorno burger burton business buster butler butter butterfl butterfly butthead cactus cadillac caesar callie calvin
camaro camera cameron campbell canada cancer candy cannon cantona captain cardinal carlos carmen carolina caroline carrie carrot carter cartman caserta
casey casino casper cassie castle catdog catfish cavalier cdtnkfyf celtic cessna champion chance chandler change changeit changeme charger charles
charlie charlott check cheese cheeseburger chelsea cherokee cherry cheryl chester chevelle chevy cheyenne chicago chichi chicken chicks chiefs chipper
chocolat chopper chris chrissy christ christia christian christin christop christy chronic chuck ciao civilization cjkysirj cjkywt claire classic
claudia clayton clifford clinton cobra cocacola coffee colleen college colorado colors columbia company compaq computer concrete condor connect connie
connor construction consumer control cookie cookies cooldude coolio cooper copper corona correcthorsebatterystaple corvette cosmopolitan cosmos cotton
cougar counterstrike country courtney cowboy cowboys coyote crazy cream creative cricket crimson cristina crystal cthutq curious curtis daddy daisy
dakota dallas damien dancer danger daniel daniela danielle danny darkness darkside darkstar darren datenbank david daytona dbrnjhbz death debbie
december deedee default defender deftones delta denis denise dennis denver design desire destiny detroit deutschland devildog devilmaycry devils dexter
dezember dfvgbh diablo diamond diamonds diana dicembre dienstag diesel dietcoke digger digital dilbert dillon dirty disney doctor dodge dodger dodgers
doggie doggy dollar dolphin dolphins domenica dominic domino donald donkey donnerstag douglas dragon dragons dream dreamer dreams driver drizzt
drowssap drpepper drummer ducati dudley duncan dustin eagle eagles eatme eclipse eddie edward edwardcullen einstein elaine electric element elena
elephant elizabet elizabeth elvis emerald emily eminem empire energy engineer england enigma enjoy enter enterpri entertainment escort estate eternity
eugene everton exigen explorer express extreme falcon family fantasy farmer faster fatboy fatcat father febbraio februar february felix fender fernando
ferrari ferret fetish finalfantasy finger fireball firebird fireman fisher fishing fktrcfylh fktrctq flash flatron flight flipper florence florida
flower flowers fluffy flyers foobar football forest forever foreveryoung forget fossil foster foxtrot france francis frank frankie franklin freak
freaky freddie freddy fredfred freedom freeman freepass freeuser freitag french friday friend friends froggy frosty fruehling frühling funtime fussball
future fyfcnfcbz fylhtq gabriel galaxy galina galore gambit gandalf garcia garden garfield garrett gateway gators geheim gemini general genesis genius
gennaio george georgia gerald german germany geronimo gfhjkm ghbdtn ghbdtnbr ghost giants gibson gilbert ginger giovanni giovedì girls giugno gizmo
global gloria goblue goddess godzilla goforit goldberg golden goldfish goldie golfer goober google gordon gracie graham great green greenday
greenlantern gregory grendel griffin groovy guinness guitar gundam gunner hacker hallo hamilton hamlet hammer hamster hannah hansolo happy hardcore
hardon harley harold harris harrison harry harvey hawaii hawkeye heather heaven hector helena hellfire hello helpme hendrix herbert herbst hercules
herman hershey hesoyam highland hiphop history hitman hjvfirf hobbes hobbit hockey holden holiday holland holly hollywoo holmes homer honda honey
hongkong hooters hornet horney horse horses hotdog hotrod hotstuff hottie house houston howard hummer hunter hunting huskers ibanez icecream iceman
ichliebedich ilovemyfamily iloveu iloveyou immortal impala indian indiana indians indigo infantry inferno infinity ingodwetrust insane inside integra
intelligence inter international internet intrepid inverno ireland irina irish ironman isabel isabella isabelle iseedeadpeople island italia iwantu
jackass jackie jackoff jackson jacob jaguar jamaica james jamie januar january japan jasmin jasmine jason jasper jeffrey jennifer jenny jeremy jericho
jerome jerry jersey jessica jessie jester jesus jimmy joanna joanne joejoe johnny johnson joker jonathan jones jordan joseph joshua juice juli julian
julie july jumper june jungle juni junior jupiter justice justin justinbieber justme juventus kaiser karate karen karina katana kathleen katie katrina
kawasaki keeper kelly kelsey kennedy kenneth kennwort kermit kevin killer kimberly kingdom kingkong kirill kissme kitten kitty klaster knicks knight
kodiak kramer kristen kristin kristina lacrosse ladies ladybug lakers lancer larisa larry lasvegas laura lauren lawrence leather leavemealone legend
legion legolas lennon leonard leonardo leslie lestat letmein liberty licker lickme liebe lifehack light lights lincoln linda lindsay lindsey little
liverpoo liverpool lizard logan login logitech lolita lollipop lollol london lonewolf longhorn looking loser louise loulou lovelove lovely loveme lover
loverboy lovers loveyou lucifer lucky luglio lunedì lvbnhbq machine maddie maddog madison madman madmax madness madonna maggie maggio magic magnum mai
maiden makaveli maksim malibu manager manchester maniac manson manuel manutd marathon marcel march marcus margaret maria mariah marie marina marine
marines marino mario marion markus marlboro marley marlin marshall martedì martha martin martina martini marvin maryjane marzo massimiliano master
matrix matthew maurice maverick maxima maximus maxine maxmax maxwell megadeth melanie melissa member memphis mercedes mercoledì mercury merlin metallic
metallica mexico michael michaeljackson michel michele michelle michigan mickey microsoft midnight milano miller millie million milton minecraft minnie
miranda mission missy mister mistress mitchell mittwoch mollie molly monday money mongoose monica monika monique monitor monkey monster montag montana
montreal mookie moomoo moose morgan morganstanley morpheus morris morrison mortalkombat mother motorola mountain mouse movie mozart muffin mulder
murphy music musicman mustang mylove märz nadine napoleon napoli naruto nascar nasty nastya natali natalia natalie natasha nathan naughty needforspeed
nelson nemesis network newman newport newton newyork nfnmzyf nicholas nicola nicolas nicole nightcrawler nikita nikki niners nintendo nirvana nissan
nolimit norman norton nothing november novembre nugget nylons october office oksana oktober oliver olivia omega onelove online openup orange orion
orlando oscar ottobre outlaw overlord oxford pacific packard packers pakistan paladin palmer pamela panama pandora pantera panther panthers panties
panzer paradise paris parker parola party pascal passat passion passport passwor password passwort patches patricia patrick patriot patriots patton
pavilion peace peaches peanut peanutbutter peanuts pearljam pebbles peekaboo peewee pegasus pencil penguin penny pentium people pepper pepsi perfect
personal pervert peter phantom philadelphia philip philips phillip philly phoenix phpbb picard pickle pickles pierre piglet pikachu pimpin pioneer
pirate pirates pitbull pizza planet plastic platinum playboy player playstation please pleasure poison pokemon polaris police polina pontiac poohbear
pookie poopoo popcorn popeye porsche portugal potter power powers precious predator prelude presario pretty primavera prince princess private privet
professional psycho pumpkin punkrock punksnotdead purple pyramid qawsed qazqaz qazwsx qazwsxed qazwsxedc qazxsw qazxswedc qwaszx qweasd qweasdzxc
qweqwe qwert qwerty qwertyu qwertyui qwertyuiop rabbit racecar rachel racing raider raiders rainbow raistlin random ranger rangers raptor rascal raven
ravens raymond reaper rebecca reddog redhead redman redneck redrum redskins redsox redwings reggie regina remember renegade residentevil rhbcnbyf
ricardo richard ripper robbie robert roberto robinson rocker rocket rocks rockstar rocky rodney roland rolltide rommel ronald ronaldo ronnie rooster
roscoe rosebud roxanne rubber rulez runner ruslan russell russia rusty sabato sabrina sailing sailor saints sakura salmon samantha sammie sammy sampson
samson samstag samsung samuel samurai sandman sandra sandy sanfrancisco sarah sasha satisfaction saturday saturn savage savannah scarface schalke
schatz school scooby scooter scorpio scorpion scotland scott scotty scully seattle sebastia secret security segreto seinfeld seminole semperfi
september serega serena serenity sergey sergio service sesame settembre seven shadow shaggy shalom shamrock shannon sharks sharon shasta shaved sheila
shelby shelly sherlock sherman sherry shirley shooter shorty shotgun sidney siemens sierra silver silvia simon simone simple simpson simpsons singer
single sister skater skeeter skipper skippy skyline skywalke slayer slipknot smile smiles smiley smith smitty smoke smokey smooth snake snakes snapper
snatch snickers sniper snoopy snowball snowman soccer softball software soldier solomon sommer sonnenschein sonntag sonyericsson sophia sophie spanky
sparky spartak spartan special speed speedy spencer spider spiderma spiderman spike spirit spitfire spooky sports spring sprite spunky spyder squirrel
squirt srinivas stacey stalker stallion standard stanley stardust stargate stars startrek starwars stealth steelers stefan stella stephani stephen
sterling steve steven stewart sticky stinger stingray stinky stocking stone stones storm stormy stratocaster street strider strike student stupid
subaru sublime success sugar summer sundance sunday sunny sunrise sunset sunshine super superfly superman supernatural superuser surfer susan suzuki
svetlana sweet sweetie sweetpea sweets sweety swimming swinger swordfis swordfish sydney sylvia system systemofadown tanner target tarheels tarzan
tattoo taurus taylor teacher techno teddy teens temporary temppassword tennis teresa tester testing testtest texas thailand thecakeisalie theman theone
therock thomas thuglife thumper thunder thursday tiamo ticketmaster tickle tiffany tiger tigers tigger timber timothy tinker tintin titanic titans
token tokenward tomcat tommy tomtom topgun tornado toronto toshiba tottenha toyota tracey trains transam transformers travel travis trevor trfnthbyf
trigger trinity tristan triumph trixie trojan trombone trooper trouble truck trucker trucks trumpet trunks trustno tucker tuesday turbo turkey turtle
tweety twilight twister tyler ultimate unbelievable unicorn united unreal utente valentin valentina valera valerie vampire vanessa vanhalen vegeta
velvet venerdì verbatim veronica veronika vfhbyf vfrcbv vfvjxrf victor victoria victory video viking vikings viktor vincent viper virgin virginia
vision vladimir voodoo voyager walker wallace walter warcraft warhammer warlock warren warrior water waterloo waters watson weasel webster wednesday
weihnachtsbaum welcome werewolf wesley western westham westside whatever whiskey white whosyourdaddy whynot wicked wildcat wildcats william williams
willie willkommen willow wilson windows winner winnie winston winter wizard wolfgang wolfman wolfpack wolverin wolverine wolves wombat wonder woody
wordpass wrangler wutang xavier xfiles yamaha yankee yankees ybrbnf yellow yfnfif yomama young yvonne zachary zaqwsx zeppelin zipper zombie zxcvbn
zxcvbnm
`
    .trim()
    .split(/\s+/),
)
