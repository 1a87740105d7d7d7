// Words of ordinary English, in small letters -> nothing: a list that the guard looks words up in.
// Any form of a word stands for all of them. Well-known firms (apple, oracle, shell, boots) are left out on purpose.

/** Words of everyday talk and news, with blanks between. */
export const EVERYDAY_WORDS = `
able absence accept access accident account accredit accuracy accurate achieve across act action active activity
actual actually adapt add addition address admit adopt adopter adult advance advantage adventure advice advise affair
afford afraid age agency agenda agree agreement aid aim alarm algorithm algorithms alert alike alive allow alone aloud
alternative amaze ambition ambitious amid amount analysis analyst analysts ancient anger angry announce announcement
annual anonymous anticipate anxious anyhow apart apologise appeal appear appetite applause application applications
apply appoint apprentice apprenticeship approach appropriate approve apt architect architecture area argue argument
arise arm army arrange arrival arrive art article artificial aspect assess assessment asset assist assistance assistant
associate assume assurance assure attempt attend attention attitude attract attractive audience audit august author
authority automate automatic automation availability available average avoid await award aware awareness awkward baby
backbone background bad badge bag balance ball band bank bar bare barely bargain barrier base basic basics basis basket
battery battle beat beautiful bed beginner behave behaviour belief believe bell belong beloved belt bench benefit best
bet bid big bigger bill billion bin bins bird birth birthday bit bite black blame blank blessing blind block blood blow
blue blueprint board boat body bold bonus book boom boost border bore boring borough boroughs borrow boss bother bottle
bottleneck bottom bound box boy brain branch brand brave bread break breakfast breakthrough breath breathe brick bridge
bright brilliant broad broadcast broken brother brown bucket budget budgets bug build builder building bump burden bus
business businesses bust busy button buy buyer cab cabin cable cake calculate calendar call calls calm camera campaign
cancel cancer candidate capability capable capacity capital car carbon card cards care careful carefully caretaker
carer carers cargo carry cars case cases caseworker cash cast casual cat cause caution cautious celebrate central
centre century ceremony certain certainly certificate chain chair challenge challenges champion champions chance change
changes channel chaos character charge charity chase chat cheap check cheer cheerful chief child childhood children
choice choices choose christmas circle circumstance citizen citizens city claim claims clarity class classic classroom
clean clear clearer clearly clever click client climate climb clinic clinical clock cloud club clue coach coast code
coder coders coding coffee cold collaborate collaboration colleague colleagues collect collection college colour
column combination combine comfort comfortable command comment comments commercial commission commit commitment
committee committees common communicate communication communities community companies company compare comparison
compete competition complain complaint complete complex complicated component computer computing concern concerns
conclude conclusion condition conference confess confidence confident confirm conflict connect connected connection
connections conscious consent consequence conservation consider consist constant construct construction consult
consultation consume contact contain contemplate content contents contest context contract contractor contrast
contribute contribution control controversy convenient conversation convince cook cool cope copy core corner
corporate correct cost costs council councils councillor councillors count counter country county couple courage course
court cover coverage crack craft crash create creation creative creator credit crew crews crime crisis critic critical
criticism cross crowd crucial cry crystal cultural culture cup cure curiosity curious current currently curtain curve
customer cut cuts cyber cycle damage dance danger dangerous dare dark data database date dates daughter dawn dead
deadline deal dear death debate debt decade decades decide decision decisions deep deeply defence defend define
definite definition degree delay delays deliver delivery demand demands democracy democratic deny department
departments depend dependent deploy depth describe description deserve design designer desire desk detail detect
determine develop developer developers development device devices diagnosis diagnose diary die diet differ difference
different difficult difficulty dig digest digital dilemma dinner direct direction director dirt disagree disappear
disappointment discipline discover discovery discuss discussion disease dispute distance distinct distribute district
disturb divide doctor doctors document documents dog door double doubt doubtless draft drama draw drawer drawers dream
dress drift drill drink drive driver drivers drop dry due dull duly dust duty ear early earn ears earth ease easier
easily east easy eat echo economic economy edge edit editor educate education effect effective efficiency efficient
effort egg eight elderly elect election electric electronic element eleven eligible email embarrassment embed embrace
emerge emergency emission emissions emotion emphasis employ employee employees employer employment empty enable
encounter encourage encouraging endure enemy energy engage engagement engine engineer engineers enjoy enormous ensure
enter enthusiasm enthusiastic entire entirely entry environment envy equal equality equip equipment error escape
especially essential establish estate estimate ethical ethics evaluate event events eventually everyday evidence
evolve exact exactly exam examine example examples excellent exception exchange excite exciting excuse execute
executive exercise exist existence expand expansion expect expectation expectations expense expensive experience
experiment expert expertise experts explain explanation explore exploration expose express extend extension extent
extra extraordinary eye eyes face faces facility fact factor factory facts fail failure fair fairly fairness faith
fall false familiar family famous fan fancy fans fare farm fashion fast fast-moving faster fate father fault favour
favourite fear feature fed fee feed feedback feel feeling fellow fence festival field fight figure figures file fill
film filter finance financial fine finger fire firm firms fish fit five fix flag flat flaw fleet flexible flight float
floor flow flower fly focus folk folks food fool foot football forbid force forecast forecasts forecaster forecasters
foreign forest forever forgive form formal former forms fortune forty forum forward found foundation four fraction frame
framework frank frankly fraud free freedom frequent frequently fresh friend friendly friends front frontline frustrate
frustration fuel fulfil full fully fun function fund funding funds funny furniture future gain gains game gap garden
gate gather gathering gear gender general generally generate generation generative generous gentle genuine giant gift
girl give given gives glad glance glass global glory goal goals gold goodness goods goodwill govern governance
government governments grade gradual grain grand grant grants graph grasp grass grateful great greatly green greet
grey grip ground group groups grow growth guarantee guard guess guest guidance guide guidelines guides guilty habit
hackers hair half hall halt hand handle hands handy hang happen happens happy hard harder hardest hardly hardware harm
hat hate hazard headcount headquarters headache heal health healthcare healthy heart hearts heat heavy heed height
helm help helped helpful helping helps hero hesitate hidden hide high higher highlight highlights highly hill hint hire
hiring history hit hobby hole holiday home homes homework honest honestly honour hook horizon horse hospital hospitals
hot hour hours house household houses housing huge human humans humble humour hundred hungry hunt hurdle hurdles hurry
hurt ice idea ideal ideas identify identity ignore ill illness image imagination impact implement implication imply
import importance important impossible impress impression improve improvement improvements incentive incident include
included includes including income increase increasingly incredible independent index indicate individual industry
inequalities inequality inevitable influence inform informal information infrastructure initial initiative innovate
innovation innovations innovator innovators input inquiry insight insights inspect inspector inspire install instance
instant institute institution instruction instrument insurance intake integrate integrated integration intelligence
intelligent intend intense intention interest interested interesting interests internal internet interpret interval
interview interviews introduce introduction invent invention invest investigate investigation investment invisible
invitation invite involve involvement island issue issues jargon job jobs joint joke journal journalist journalists
journey joy judge judgement jump jury justice justify keen key keyboard kick kid kind kindly kinds king kit kitchen
knock know knowledge known knows lab label labour lack lag lake land landmark landscape language languages laptop large
largely laser late laugh launch law laws lawyer lay layer lead leader leaders leadership leads leap learn learned
learning learns least leather lecture legacy legal legislation lend length lens lesson lessons letter letters level
levels liberty library licence life lift light likely limit limits linger lip literacy literature live lively lives
load loan local location lock logic lonely loop loose lord lorries lorry lose loss lost loud love lovely low lower
loyal luck lucky lunch luxury machine machinery machines magazine magic mail main mainly maintain maintenance major
majority make makes making male manage management manager managers manner manual manufacture map march margin mark
market markets marry mass master match mate material matter matters mature mayor meal mean meaning means measure
measures meat mechanism media medical medicine medicines medium member members memory mental mention merely merge
merit mess message messages metal method methods metre middle midnight migrate mild mile milestone milestones military
milk mill million mind minds minister ministers minor minority miracle mirror miss missed missing mission missions
mistake mistakes mix mobile mode model models moderate modern modest money monitor mood moon moral morale mortgage
mostly mother motion motivate motor mountain mouse mouth movement multiple murder museum music mutual mystery myth name
named names narrow nation national nations natural naturally nature neat necessarily necessary neck need needed needs
negative neighbour neighbours neighbourhood nerve nervous net network networks neutral nevertheless new newcomer newer
newest newly newspaper nice night nine noble nod noise normal normally north nose notable notably noted notice notion
novel number numbers nurse nurses nut object objective obligation observe obstacle obtain obvious obviously occasion
occasional occasionally occupy occur ocean odd odds offence offer offered offers office officer officers offices
official officials oil okay old older oldest online open-ended openly openness operate operation operations opinion
opinions opponent opportunities opportunity oppose opposite optimism optimist optimistic option options oral order
orders ordinary organisation organisations organise origin original outcome outcomes outlook output oven overall
overcome overhaul overlook owe owner ownership pace pack package paid pain paint pair pandemic panel panic paper
paperwork parallel pardon parent parents park parking participant participants participate particular particularly
partly partner partners partnership partnerships party pass passed passenger passion passive path patience patient
patients pattern pause pay paying payment payments payroll peace peak pen pension people people's perfect perfectly
perform performance period permanent permission permit person personal personality personally persons perspective
persuade persuasion pest pests phase phenomenon philosophy phone photo phrase physical pick pile pilot pilots pioneer
pipe pitfall pitfalls place places plain plainly plan plane planet planned planner planning plans plant plastic plate
platform platforms play player players pleasant pleased pleasure plenty plot plug plus pocket poem poet poetry point
points police policies policy polish polite political politician politicians politics poll pool poor popular
population pose position positive possess possibility possible possibly post posts postpone pot potential potentially
pound pounds poverty power powerful practical practice practices practise praise pray precious precise precisely
predecessor predecessors predict prediction predictions prefer preference prejudice premise preparation prepare
presence present presentation preserve president press pressure pretty prevent prevention previous previously price
prices pride prime prince principle principles print printed prior priorities priority prison privacy private privilege
prize prizes probable probably problem problems procedure proceed process processes procurement produce producer
product production productive productivity products profession professional professionals professor profile profit
program programmer programmers programmes progress prohibit project projects promise promises promising promote prompt
pronounce proof proper properly property proportion proposal proposals propose prose prospect prospects protect
protection protest protests proud prove provide provider providers provision public publication publicly publish
published pull pulse pump punish pupil pupils purchase pure purpose purposes pursue push put puts putting puzzle
qualify quality quantity quarter queen quest queue quiet quietly quit quota quotation quote race radical radio rail rain
raise range rank rapid rapidly rare rarely rate rates ration reach reaction read reader readers readily reading real
realise realistic reality rear reason reasonable reasons recall receive recent recently recipe recipes reckon
recognise recognition recommend recommendation record recorded recorder recording records recover recovery recruit
recruitment recycle red reduce reduction refer reference reflect reflection reform reforms refuse regard regarding
region regional register regret regular regularly regulate regulation regulator reject relate relation relationship
relative relatively relax release relevant reliable relief relieve religion reluctant rely remain remains remark
remarkable remedies remedy remind reminder remote remove rent reorganise repair repeat repeatedly replace reply
represent representative reputation request require requirement requirements rescue research researcher researchers
resemble reserve resident residents resign resist resistance resolution resolve resource resources respect respond
response responsibility responsible rest restaurant restore result results resume retain retire retirement reveal
revenue reverse review revise revolution reward rewards rich ride right rights ring rise risk risks rival river road
roads rob robot robots robust rock role roles roll roof room root rope rough roughly round rounds route routine row
rubbish rude ruin rule rulers rules run runs rural rush sad safe safeguard safely safer safety salaries salary sale salt
sample sand satellite satisfaction satisfy save saved saves saving savings scale scan scandal scarce scare scene scenes
schedule scheme schemes scholar school schools science scientific scientist scientists scope score scores scrap screen
screens script scripts scrutiny sea search seat secret secretary sector sectors secure security seek seem seemingly
seems seize seldom select selection self sell send senior sense sensible sensitive sent sentence separate sequence
series serious seriously servant servants serve server service services session sessions set setback sets setting
settings settle settled settlement seven severe severely sew shadow shake shape share shared sharp shed sheet shelf
shift shine ship shirt shock shoe shop shops shore shortage shortages shorter shortfall shortly shot shoulder shout
shown shows shut sick side sides sight sights signal significance significant silence silent silly silver similar
simple simpler simplicity simply single sister site sites situation six size skill skilled skills skin sky's sleep slice
slide slight slightly slip slow slower slowly small smaller smart smell smile smoke smooth smoothly social society soft
software soil soldier sole solid solution solutions solve song sort sought soul sound sounds soup south space spare
spark speaker special specialist specialists specific speech speed spell spend spending spin spirit spite split
spokesperson spokespeople spot spotlight spread spring square stable staff stage stages stake stamp stand standard
standards stands star stark starry state stated statement states station statistical statistician statisticians
statistics status steady steal steam steel steep step steps stern stir stock stone stood stop stops store storm
straight straightforward strain strand strange stranger strategic strategies strategy stream street streets strength
stress stretch strict strike striking string strip stroke strong stronger strongly structure struggle struggles
struggling student students studio study stuff stumble style subscribe subsequent substance substantial subtle succeed
success successes successful successfully sudden suddenly suffer sufficient sugar suggest suggestion suggestions
suggests suit suitable sum summary summer summit sun supply support supporters supporting supports surely surface
surgery surplus surprise surprised surprising surprisingly surround survey survive suspect suspicion sustain
sustainable swap sweep sweet swift swing switch symbol sympathy system systems table tablet tablets tackle tail talent
talents tall target targets task tasks taste tax taxpayer taxpayers tea teach teacher teachers team teams tear tech
technical technician technique techniques technological technologies technologist technologists technology teen
telephone television temperature temporary tempt ten tend tension term terms terrible territory test tests text texts
theirs theory therapy thick thin thing things thinker thinking thirty thoroughly thousand thread threat threaten three
threshold throw thumb thursday ticket tidy tie tight till tiny tip tips tired tireless toll tomorrow's tone tongue tool
tools tooth top topical total touch tough tour tourist tower town towns toy trace track trade tradition traditional
traffic train trained trainee trainees training transaction transfer transform transformation transition translate
transparency transparent transport travel treasure treasury treat treatment treaty tree tremendous trend trends trial
trials trick tricky trigger trip troop trouble troubles truck true truly trust truth try tuesday tube twelve twenty
twice twist two type types typical typically ugly ultimate ultimately unable uncertain uncertainty unclear uncomfortable
understand understanding understandable undertake unemployment unexpected unfair unfortunately uniform union unions unit
unite unity universal universe university unknown unlikely untrained unusual update upgrade upset urban urge urgent urgently use
used useful usefulness user users uses usual usually vacancies vacancy vague valley valuable value values van variety
various vast vegetable vehicle vehicles venture venue verdict version vessel veteran victim victory video videos view
views village violence virtual virtue visible vision visit visitor visits vital vivid vocabulary voice voices volume
voluntary volunteer vote voter voters vulnerable wage wages wagon walk walked walkout walks wall want wanted wants war
ward warm warn warning warnings warns wary wash waste watch watchdog water wave way ways weak weakness wealth weapon wear
weather web website wednesday weigh weight welfare west wheel wheels white wholly wide widely wider wife wild willing
win wind window wine wing winner winners winning wins winter wire wisdom wise wisely witness woe woes woman women
wonderful wood work worked worker workers workforce working workload workplace workplaces works workshop workshops
world worlds worldwide worried worries worry worrying worse worst worthy wound wrap write writer writers writes writing
written wrong wrote yard yell yellow yield young younger youth zero zone zoom
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens
according additionally furthermore therefore consequently accordingly nonetheless notwithstanding meantime likewise
otherwise regardless incidentally admittedly arguably apparently evidently presumably supposedly allegedly reportedly
unsurprisingly overnight upstairs downstairs underneath alongside beyond versus given granted provided assuming
concerning considering excluding following minus opposite save underneath barring pending
get gets getting got use using used add adds adding apply applying arm arms ask bake bear beg bend bind bless blow boil bolt bow
brew browse brush buckle bundle burn burst bury calm carve cast chew chop chuck cling clip coax code coin collapse comb
compile confuse crawl creep crown crush cultivate curb curl dash dazzle deal decide deepen delete derail descend
dictate dip dissolve dodge dominate donate drag drain dread drown dwell earn edge eject elevate embark emphasise endorse
enforce enlist enrol ensue entertain erase erupt etch evade evict exaggerate exceed exclude exhale exhaust expire export
fade fetch fiddle fidget fix flash flatten flee flick flip flock flood flourish flush fold forge fret frown fumble
furnish gamble gasp gauge gaze giggle glare gleam glide glimpse glow glue grab grill grin grind groan grope grumble
hail harvest hatch haul haunt hover howl hug hum hush ignite import impose inch inflate inform inhale inherit inject
inquire insist insult interrupt invade iron irritate itch jam jog juggle kneel knit lace last launder lean leak leap
lick lighten limp link loan lurch lurk magnify mend mention mingle moan mop mount mourn mow multiply mumble mutter
nag nail nap navigate neglect nibble nominate nudge number nurture obey object occupy offend omit oppose orbit outline
outnumber overflow overhear overtake overturn pack paddle pave peel peep perch perish persist pester pinch plead plough
pluck plunge point poke polish ponder pour preach prescribe preside prevail prick probe prod prolong prosper prune
punctuate quarrel quench quote race rattle rave rebel rebuild recede recite reckon reclaim recline refine refrain
rehearse reign reinforce rejoice relocate rely render renew repay reside retreat retrieve reunite revive ripen roam roar
roast rotate rub rustle sack sail salute scatter scold scoop scorch scramble scrape scratch scream scribble scrub seal
seize settle sever sew shatter shave shed shelter shiver shovel shred shrink shrug shuffle sift sigh sip sketch skip
slam slap sleep slice slip slump smash sneak sneeze sniff snore soak soar sob soften solve soothe span sparkle spill
splash split spoil sponsor spot spray sprint sprout squash squeak squeeze stack stagger stalk stall stare starve steer
stem stitch stroll strive stroke strut stuff stun submit subtract suck sue summon surf surge surpass surrender sway
swear sweat swell swim swirl tame tangle tap taunt tease thaw thicken thrive throb thrust tickle tighten tilt tip toss
tow trail trample trap tread tremble trim triumph trot trust tuck tug tumble tutor twinkle twirl unfold unite unlock
unpack unravel unveil unwind uphold urge usher utter vanish veer venture vow wade wail wander wane wed weep weave whip
whirl whisk whisper whistle widen wield wilt wink wipe wither withdraw withhold withstand wobble wrestle wriggle yawn
zip battle bicker quibble squabble haggle grapple wrangle tussle juggle scrape scrimp
advert algebra alphabet ambulance anchor ankle appetiser applecart apron arena arrow ash atlas attic autumn avenue
axe bacon bakery ballot bandage banner barn barrel basement bath battlefield beach beacon bean beard bedroom beef beehive
beer bell bicycle bike billboard biscuit blanket blossom bonfire bottleneck bowl bracket brick broom bruise brush
bubble bullet bumper bureaucracy bureaucrat burger butter butterfly button cabinet café calculator calf camel camera
candle canoe canteen canvas carpet carriage carrot cart castle catalogue catalyst cathedral cattle ceiling cellar
cement cemetery centrepiece cereal chalk chapel charm chart checklist cheese chef cherry chess chicken chimney chip
chocolate chorus chunk church cinema circuit circus cliff cloak closet cloth cloud clown clutter coal coat cobweb cocktail
coconut coin colony commuter compass compost concert concrete conductor container convoy corridor costume cottage cotton
couch council countryside courier cousin cow cradle crane crayon cream creature cricket crop crossroads crumb crust crutch
cupboard curve cushion custom cyclist dairy deck decoration deer desert dessert diagram dial dialogue diamond dice
dictionary dinosaur dock doll dolphin domain donkey doorstep dot dough dove dragon drainage drum duck duke dump dwarf eagle
earthquake echo eel elbow elder elephant elevator elf emblem embryo emperor empire engine envelope episode errand essay
estate eve exam exit eyebrow fable fairground feast feather festival fiction field-day file filing finale firework flame
flavour flock flour fluid flute foam foe fog folder font footage footnote footpath footprint formula fortnight fossil
fountain fox freezer fridge frog fruit funnel fur fuss gadget galaxy gallery garage garbage garlic gas gateway gel gem
genius ghost glove glow goat goose gorilla gossip gown grammar granny grape graveyard gravity grocer gossip guitar gym
hamburger hammer hammock handbag handbook handful handshake harbour harp hay headlight headquarters hedge heel helicopter
helmet herb hinge hint hook hoof horn hose hotel hut icon ink insect itinerary ivory jacket jail jar jaw jeans jelly jewel
jigsaw juice jungle junk kettle kidney kiln kiss kite kitten knee knife knight knot label labyrinth lace ladder lamb lamp
lane lantern lap laundry lawn leaf leaflet leak ledger leg lemon leopard lettuce lever lid lightbulb lightning limb lime
lion loaf lobby locker lodge log logo lorry lump lung machinist magnet maid mansion marathon marble margarine mask mat
maze meadow medal melody menu merchant mermaid microphone microscope mint mist mole monkey monster monument moss moth motto
mould mound mud mug muscle mushroom musician nail nanny napkin needle nest nightmare noodle notebook novelty nursery nutshell
oak oar oasis octopus onion orchard orchestra organ ornament outfit owl oyster paddle pail palace palm pan pancake
parade paradise paradox parcel parrot passport paste pasture patchwork pavement pea peach peacock peanut pear pebble pedal
penalty pencil penguin pepper perfume petal piano picnic pig pigeon pillar pillow pin pineapple pitch pizza plaster plum
plumber pond pony porch porridge portrait potato pottery powder prairie presentation puddle pudding pulp pumpkin puppet puppy
purse pyramid quilt quiz rabbit rag raft rainbow ramp rat razor receipt referee refrigerator remedy reptile rescue restaurant
ribbon rice riddle rifle ritual roadmap rooftop rooster rose rug rumour rung saddle sail salad salt sandwich sauce sausage
scaffold scarf scissors scorecard screwdriver seagull seam shack shark shed shelf sheriff shield shilling shoelace
shrimp shuttle siege silk sink skeleton skirt skull sledge sleeve slogan slope snack snail snake snow soap sock sofa spade
spaceship sparrow spice spider spine sponge spoon spreadsheet squad squirrel stadium staircase statue steak stool stove straw
strawberry submarine suitcase sunrise sunset sunshine surgeon swamp sword syrup tailor tank tap tape tapestry tart taxi
teapot temple tent terminal terrace thermometer thief thorn throat throne thunder tide tiger tile timber tin tissue toad
toast toilet tomato tooth torch tortoise towel toolkit trail trailer tray treadmill treasure tribe trophy trousers trumpet
trunk tunnel turkey turnover tutorial twig twin umbrella uncle underdog unicorn uniform upside vacuum van vase vault veil
velvet verb verse vest vine violin volcano vowel waist wallet walnut wardrobe warehouse warmth wasp waterfall wheat wheelbarrow
whale whiskey whistle wick wilderness willow wizard wolf wool workbench worm wreck wrist yacht yard yarn yoghurt zebra
abrupt absurd accidental acute adequate aggressive agile alert ambiguous ample amusing anonymous apparent apt arbitrary
artful ashamed audible august authentic barren bizarre bland bleak blunt brisk brittle bulky bumpy candid capable careless
ceaseless cerebral charming chilly chronic clumsy coarse coherent colossal comic compact competent compulsory concise
concrete content convincing cosy costly crafty cramped crazy crisp crooked crude cruel crunchy curly cute damp daring dear
decent defiant deliberate delicate delicious dense desperate dim discreet distant dizzy dreadful dreary drowsy dual dusty
eager earnest eerie elaborate elegant eloquent eminent endless enormous envious epic erratic eternal exotic explicit exquisite
fabulous faint fake feasible feeble fertile fierce fiery finite flawed fluent fond foolish forlorn formidable fragile
frantic frequent frosty frozen fruitful funny furious futile fuzzy gigantic gloomy glorious graceful gracious grim gross
grumpy gullible handsome harsh hasty hazy hectic hefty helpless hollow horrible hostile icy ideal idle ignorant immense
imminent impatient inclined inept inert inevitable infinite inner innocent insane intact intent intimate intricate inverse
invisible jealous jolly joyful juicy keen knotty lame lavish lazy lean legible lengthy lenient lethal limp liquid literal
lofty lonely lucid luminous lush mad magnificent marvellous meagre mean mellow merry messy mighty mindful miserable misty
moody muddy murky mute naive narrow nasty neat needy noisy nosy numb oblique obscure obsolete odd opaque optimal orderly
ornate outdated outer outgoing painful pale partial patchy peculiar perpetual persistent petty pivotal placid plausible
playful plentiful polite ponderous portable posh potent pragmatic precarious premature prim prone prompt prudent puny quaint
rainy rash raw ready reckless relentless reluctant remote rigid ripe robust rocky rosy rotten rough rowdy rural rusty ruthless
scary selfish serene shabby shaky shallow sheer shiny shoddy shy sincere sleek sleepy slender slim slippery sloppy smug snug
sober solemn sombre sore sour spacious sparse spicy splendid spotless stale static steep sterile stiff stingy stormy stout
stubborn sturdy stylish superb superficial supple surplus swift tacit tame tangible tart tasty tedious tender tepid terse
thankful thirsty thorny thorough thoughtful tidy timely timid torn toxic tranquil tricky trim trivial tropical turbulent ugly
unanimous uncanny upright uptight utter vacant vain verbal vibrant vicious vigorous volatile wary weary weird wicked wiry wise
witty wobbly woolly wretched yellow zealous
alarm bells buzz chatter confetti crunch curtain fingers fireworks gears handbrake headwind hiccup hiccups hurdles itch jigsaw
lifeline limelight litmus magpie maze mountains nitty-gritty nuts bolts olive patchwork pinch puzzle rabbit red-tape ripple
ripples roadblock roundabout rubber shoestring silver skeleton snags snapshot springboard stalemate stepping tailwind teething
tightrope tinker toolbox traction tug-of-war turbulence u-turn uphill watershed whisper wrinkle yardstick
penny pennies pound quid bills invoice invoices ledgers receipts savings pension pensions payslip payslips salary tender tenders
vote ballots petitions petition manifesto bylaw bylaws ordinance councilman ratepayer constituent constituents constituency
ward wards parish parishes county counties shire metropolis suburb suburbs village villages township precinct boroughs
nurse ward bedside clinic clinics scan scans x-ray vaccine vaccines dose doses prescription prescriptions pharmacy pharmacist
pharmacists midwife midwives paramedic paramedics carer carers bedpan stethoscope waiting
server servers laptop laptops password passwords login logins broadband bandwidth byte bytes chatbot chatbots code cookies
cursor cyber cybersecurity dashboard dashboards database databases dataset datasets download drone drones email encryption
firewall firewalls firmware gadget gadgets hackathon hardware inbox interface keyboard malware megabyte modem mouse offline
patch phishing pixel pixels portal portals printer printers ransomware robot robotics router routers scanner screen screens
sensor sensors smartphone smartphones software spam spreadsheet spreadsheets tablet tablets upgrade upload username webcam
wireless workflow workflows automation analytics biometric biometrics blockchain cloud computing prototype prototypes sandbox
digitally digitise digitised digitisation interoperability procurement transformation legacy
ah aha alas amen aye behold beware blimey bravo cheerio cor crikey cue ditto er eureka gosh hallelujah hear-hear heigh-ho
hm hmm hooray hurrah hush kudos lo mm nope oops ouch phew presto psst shh tsk ugh um voila whew whoa whoops wow yawn yay
yep yup brace gird rejoice salute toast applaud envy pity skip savour relish ponder mull scribble jot skim peruse browse
beginner beginners newcomer newcomers old-timer veterans veteran sceptic cynic optimist pessimist realist purist dreamer
dreamers doubter doubters prophet prophets prophecy prophecies soothsayer fortune-teller fortune-tellers clerk clerks
townsfolk folk grown-up grown-ups youngster youngsters newcomers commuters commuter shopper shoppers taxpayer taxpayers
blunder blunders candour caution courage curiosity discretion diplomacy fate foresight folly frankness generosity gratitude
guesswork haste hindsight honesty humility humour hunch hunches hype irony jargon laziness luck modesty mystery nostalgia
novelty obscurity optimism originality patience pessimism prudence punctuality red-tape reticence rigour scepticism serenity
simplicity sincerity subtlety tact tedium thrift transparency trickery urgency vanity variety vigilance whimsy wit wisdom
supper porridge marmalade toast biscuit biscuits sandwich crumbs crumb kettle teapot mug umbrella umbrellas wellies
mittens scarf slippers pyjamas sofa armchair bookshelf drawer drawers filing cabinet staple stapler paperclip
ability accelerate accelerator accessible accountants activists actors align annoyance apathy archivists
artists ascending attach attack attacks auditors balloons barristers barrow became become becomes becoming
blaze blink bliss boredom brake bunch bunting butchers captains carpenters cashiers champagne clap collective
comet compatible compromise convenience cough counsellors credentials cringe curators deadlock dedicated
delight dentists depot despair detectives dignity dive diversity dollop doodle doze drip economists
electricians empathy fasten firefighters forgotten freeze gentleman gentlemen glimmer graduates grandparents
grief gulp happily harmony heap historians hoe horoscopes hourglass integrity ladies lady landlords librarians
loiter loyalty luckily mechanics melt memo morsel motorists natter novelists oath omens pedestrians
photographers playwrights pledge pliers portents porters postcard rake receptionists regrettably remorse rinse
rocket rummage sailors screw sculptors shame sharpen sing singers solicitors solidarity sorrow spat stain
standoff stopwatch strap stride swallow tarot tea-leaves teenagers tenants therapists timetable tiptoe toddlers
tram truce vets wake wince wrench yank
swipe swiping tap scroll click type rewire reboot unplug plug charge crunch squint
enough's nor's half-way so-called hands-on bring-and-share whitehall's
`;
